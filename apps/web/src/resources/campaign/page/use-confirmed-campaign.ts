import { campaignConfirmation, type Campaign } from '@portal/campaign'
import type { CampaignAnswer, CampaignStatement } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { campaignStatementQuery } from '../../../api/campaign-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useMakeStale } from '../../../api/use-write.ts'
import { runOfThisTab } from '../../../patterns/change/tab-run.ts'
import { failureOf } from '../../../patterns/problem/failure.ts'

export const campaignOfThisTab = runOfThisTab<Campaign>()

/** A write of the campaign; the server compares `confirmation` with what it is about to carry out. */
type ConfirmedWrite = (confirmation: string) => void

export interface ConfirmedCampaign {
  statement: UseQueryResult<CampaignStatement>
  /** whether this tab has planned the campaign, and can begin it without a question */
  isReadyHere: boolean
  /** whether something waits for the user's confirmation */
  isAsking: boolean
  /** does it at once if the user has seen this campaign, and asks them first otherwise */
  afterConfirmation: (write: ConfirmedWrite) => void
  confirm: () => Promise<void>
  dismiss: () => void
  /** forgets what was confirmed if the campaign is another one by now, and reads it again */
  onError: (error: unknown) => void
}

/**
 * What somebody else stated is continued only after the user has seen it. Whoever has planned it in this tab is not
 * asked again; the server refuses what is not the same.
 */
export function useConfirmedCampaign(id: string, answer: CampaignAnswer): ConfirmedCampaign {
  const makeStale = useMakeStale()
  const statement = useRead(campaignStatementQuery, { id })
  const [planned, setPlanned] = useState(() => campaignOfThisTab.take(id))
  const [confirmed, setConfirmed] = useState<string>()
  const [asked, setAsked] = useState<ConfirmedWrite>()
  const sets = statement.data?.sets
  return {
    statement,
    isReadyHere: planned !== undefined && sets !== undefined,
    isAsking: asked !== undefined,
    afterConfirmation(write) {
      if (confirmed !== undefined) write(confirmed)
      else if (planned !== undefined && sets !== undefined) void campaignConfirmation(planned, sets).then(write)
      else setAsked(() => write)
    },
    async confirm() {
      if (sets === undefined) return
      setAsked(undefined)
      const confirmation = await campaignConfirmation(answer.campaign, sets)
      setConfirmed(confirmation)
      asked?.(confirmation)
    },
    dismiss: () => setAsked(undefined),
    onError(error) {
      if (failureOf(error).code !== 'CampaignChanged') return
      setPlanned(undefined)
      setConfirmed(undefined)
      void makeStale('campaignChanged')
    },
  }
}
