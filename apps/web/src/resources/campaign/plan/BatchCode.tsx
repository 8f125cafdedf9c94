import {
  type Campaign,
  campaignBatches,
  campaignId,
  campaignPrefix,
  type CampaignSurvey,
  successorOf,
} from '@portal/campaign'
import { deploymentOfBatch } from '@portal/code'
import { tryParseResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { Code } from '../../../patterns/code/Code.tsx'

/** The first deployment of a campaign as code, exactly as the portal would send it. */
export function BatchCode({ campaign, survey }: { campaign: Campaign; survey: CampaignSurvey }) {
  const { account } = useSignedIn()
  const { data: id } = useQuery({
    queryKey: [account.key, 'campaign-id', campaign],
    queryFn: () => campaignId(campaign),
    staleTime: Infinity,
  })
  const deployment = useMemo(() => {
    const { resourceGroupName } = tryParseResourceId(campaign.items[0]?.predecessorId ?? '') ?? {}
    if (id === undefined || resourceGroupName === undefined) return undefined
    const of = { id, resourceGroupName, campaign }
    const [first = []] = campaignBatches(campaign)
    return deploymentOfBatch(
      `${campaignPrefix}${id}-1`,
      first.flatMap((index) => successorOf(of, index, survey) ?? []),
    )
  }, [id, campaign, survey])
  return deployment === undefined ? null : <Code deployment={deployment} />
}
