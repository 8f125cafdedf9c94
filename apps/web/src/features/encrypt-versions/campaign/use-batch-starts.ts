import { startCampaignBatch, type CampaignAnswer, type ResponseOf } from '@portal/portal-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { campaignKey } from '../../../api/estate/campaign-queries.ts'
import { call } from '../../../api/portal-client.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { hasBegunHere } from './begun-here.ts'
import { batchesToStart } from './item-rows.ts'
import { whenThereIsRoom } from './when-there-is-room.ts'

type Rejected = ResponseOf<typeof startCampaignBatch>['rejected']

/**
 * Starts the deployments of a campaign that nobody has started, one after the other: at once in the tab that has stated
 * it, elsewhere when the user says so.
 */
export function useBatchStarts(id: string, answer: CampaignAnswer | undefined) {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const [isOwn] = useState(() => hasBegunHere(id))
  const [rejected, setRejected] = useState<Rejected>([])
  const refresh = () => queryClient.invalidateQueries({ queryKey: campaignKey(user, id) })
  const starts = useMutation({
    mutationFn: async (what: { batch: number }[] | { item: number }[]) => {
      for (const start of what) {
        const started = await whenThereIsRoom(() => call(startCampaignBatch, { id, start }))
        setRejected((before) => [
          ...before.filter(({ item }) => !mentions(started.rejected, item)),
          ...started.rejected,
        ])
        await refresh()
      }
    },
    onSettled: refresh,
  })
  const remaining = answer === undefined ? [] : batchesToStart(answer.campaign, answer.items)
  const startRemaining = () => starts.mutate(remaining.map((batch) => ({ batch })))
  const begin = useEffectEvent(startRemaining)
  const isToBegin = isOwn && answer !== undefined
  useEffect(() => {
    if (isToBegin) begin()
  }, [isToBegin])
  return {
    remaining,
    rejected,
    isStarting: starts.isPending,
    error: starts.error,
    startRemaining,
    startAgain: (item: number) => {
      setRejected((before) => before.filter((each) => each.item !== item))
      starts.mutate([{ item }])
    },
  }
}

function mentions(rejected: Rejected, item: number): boolean {
  return rejected.some((each) => each.item === item)
}
