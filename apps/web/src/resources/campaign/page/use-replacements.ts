import { replaceVersion, type RequestOf } from '@portal/portal-api'
import { useEffect, useEffectEvent, useState } from 'react'
import { call } from '../../../api/portal-client.ts'
import { useWrite } from '../../../api/use-write.ts'
import { whenThereIsRoom } from '../../../patterns/submission/repeated-write.ts'
import type { ItemRow } from './item-rows.ts'
import type { ConfirmedCampaign } from './use-confirmed-campaign.ts'

export type ReplacementAction = RequestOf<typeof replaceVersion>['action']

interface Replacement {
  action: ReplacementAction
  /** of a revocation */
  reason?: string
}

interface Wanted {
  items: number[]
  confirmation: string
  replacement: Replacement
}

/**
 * Replaces old versions one after the other. Where Azure is still at the first of two steps, the second one follows
 * when it has done that; the server reads which step is next, so nothing is lost if this page is closed in between.
 */
export function useReplacements(id: string, rows: readonly ItemRow[], campaign: ConfirmedCampaign) {
  const [waiting, setWaiting] = useState<Wanted>()
  const replacements = useWrite('changeCampaign', {
    send: async ({ items, replacement, confirmation }: Wanted) => {
      for (const item of items) {
        const { state } = await whenThereIsRoom(() => call(replaceVersion, { id, item, confirmation, ...replacement }))
        setWaiting((before) => {
          const others = (before?.items ?? []).filter((each) => each !== item)
          const left = state === 'Waiting' ? [...others, item] : others
          return left.length > 0 ? { items: left, replacement, confirmation } : undefined
        })
      }
    },
    onError(error) {
      setWaiting(undefined)
      campaign.onError(error)
    },
  })
  const { isPending } = replacements
  const ready = isPending
    ? []
    : (waiting?.items ?? []).filter((item) => rows.some(({ index, state }) => index === item && state === 'Proven'))
  const goOn = useEffectEvent(() => {
    if (waiting !== undefined) replacements.mutate({ ...waiting, items: ready })
  })
  const isReady = ready.length > 0
  useEffect(() => {
    if (isReady) goOn()
  }, [isReady])
  return {
    replace: (wanted: Wanted) => replacements.mutate(wanted),
    isReplacing: isPending || waiting !== undefined,
    waiting: waiting?.items.length ?? 0,
    error: replacements.error,
  }
}
