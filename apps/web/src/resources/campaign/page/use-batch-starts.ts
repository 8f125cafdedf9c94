import { startCampaignBatch, type CampaignAnswer, type ResponseOf } from '@portal/portal-api'
import { useEffect, useEffectEvent, useState } from 'react'
import { call } from '../../../api/portal-client.ts'
import { useMakeStale, useWrite } from '../../../api/use-write.ts'
import { whenThereIsRoom } from '../../../patterns/submission/repeated-write.ts'
import { batchesToStart } from './item-rows.ts'
import type { ConfirmedCampaign } from './use-confirmed-campaign.ts'

type Rejected = ResponseOf<typeof startCampaignBatch>['rejected']

interface Starts {
  what: { batch: number }[] | { item: number }[]
  confirmation: string
}

/**
 * Starts the deployments of a campaign that nobody has started, one after the other: at once in the tab that has stated
 * it, elsewhere when the user says so.
 */
export function useBatchStarts(id: string, answer: CampaignAnswer, campaign: ConfirmedCampaign) {
  const makeStale = useMakeStale()
  const [rejected, setRejected] = useState<Rejected>([])
  const starts = useWrite('changeCampaign', {
    send: async ({ what, confirmation }: Starts) => {
      for (const start of what) {
        const started = await whenThereIsRoom(() => call(startCampaignBatch, { id, start, confirmation }))
        setRejected((before) => [
          ...before.filter(({ item }) => !mentions(started.rejected, item)),
          ...started.rejected,
        ])
        await makeStale('changeCampaign')
      }
    },
    onError: campaign.onError,
  })
  const remaining = batchesToStart(answer.campaign, answer.items)
  const start = (what: Starts['what']) =>
    campaign.afterConfirmation((confirmation) => starts.mutate({ what, confirmation }))
  const startRemaining = () => start(remaining.map((batch) => ({ batch })))
  const begin = useEffectEvent(startRemaining)
  useEffect(() => {
    if (campaign.isReadyHere) begin()
  }, [campaign.isReadyHere])
  return {
    remaining,
    rejected,
    isStarting: starts.isPending,
    error: starts.error,
    startRemaining,
    startAgain: (item: number) => {
      setRejected((before) => before.filter((each) => each.item !== item))
      start([{ item }])
    },
  }
}

function mentions(rejected: Rejected, item: number): boolean {
  return rejected.some((each) => each.item === item)
}
