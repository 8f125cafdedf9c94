import type { CampaignSurvey } from '@portal/campaign'
import {
  getCampaign,
  getCampaignProofs,
  getCampaignStatement,
  listCampaigns,
  mostSurveyed,
  surveyCampaign,
  type CampaignAnswer,
} from '@portal/portal-api'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { pollInterval } from '../poll-interval.ts'
import { call } from '../portal-client.ts'
import type { QueryAccount, QueryUser } from '../query-user.ts'

/** Whether and how versions of a subscription can be created again, read in parts. */
export function campaignSurveyQuery({ account }: QueryAccount, imageVersionIds: readonly string[]) {
  return queryOptions({
    queryKey: [account.key, 'campaign-survey', imageVersionIds],
    queryFn: async ({ signal }) => {
      const surveys: CampaignSurvey[] = []
      // One after the other: each needs dozens of Azure's answers.
      for (let at = 0; at < imageVersionIds.length; at += mostSurveyed)
        surveys.push(
          await call(surveyCampaign, { imageVersionIds: imageVersionIds.slice(at, at + mostSurveyed) }, { signal }),
        )
      return together(surveys)
    },
    staleTime: Infinity,
    // A plan does not change under its user, but the next one begins with what Azure has by then.
    gcTime: 0,
    enabled: imageVersionIds.length > 0,
  })
}

function together(surveys: CampaignSurvey[]): CampaignSurvey {
  const definitions = new Map(surveys.flatMap((survey) => survey.definitions.map((each) => [each.key, each] as const)))
  return {
    now: surveys.at(-1)?.now ?? '',
    regions: surveys[0]?.regions ?? [],
    diskEncryptionSets: surveys[0]?.diskEncryptionSets ?? [],
    definitions: [...definitions.values()],
    versions: surveys.flatMap(({ versions }) => versions),
    missing: surveys.flatMap(({ missing }) => missing),
  }
}

/** Everything that was read of a campaign: a write makes it stale. */
export function campaignKey({ account }: QueryAccount, id: string): string[] {
  return [account.key, 'campaign', id.toLowerCase()]
}

/** A campaign as Azure has it; refreshed while something of it is in progress. */
export function campaignQuery(user: QueryUser, id: string) {
  return queryOptions({
    queryKey: [...campaignKey(user, id), 'items'],
    queryFn: ({ signal }) => call(getCampaign, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.items.some(isInProgress) === true && pollInterval(state, user.configuration.replicationPollMs),
  })
}

function isInProgress({ successor, predecessor, deployment }: CampaignAnswer['items'][number]): boolean {
  const states = [successor?.provisioningState, predecessor?.provisioningState]
  return deployment === 'Running' || states.some((state) => state !== undefined && !isAtRest(state))
}

function isAtRest(state: string): boolean {
  return state === 'Succeeded' || state === 'Failed'
}

/** The proofs of some items; refreshed while one is not settled. */
export function campaignProofsQuery(user: QueryUser, id: string, items: readonly number[]) {
  return queryOptions({
    queryKey: [...campaignKey(user, id), 'proofs', items],
    queryFn: ({ signal }) => call(getCampaignProofs, { id, items: [...items] }, { signal }),
    staleTime: 0,
    enabled: items.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.some(({ state: proof }) => proof === 'Replicating') === true &&
      pollInterval(state, user.configuration.replicationPollMs),
  })
}

/** What a user sees before they continue a campaign that is not theirs. */
export function campaignStatementQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    // not below the campaign's key: a run that starts its deployments does not ask for it after each
    queryKey: [account.key, 'campaign-statement', id.toLowerCase()],
    queryFn: ({ signal }) => call(getCampaignStatement, { id }, { signal }),
    staleTime: 0,
  })
}

/** The campaigns of a subscription. */
export function campaignsQuery({ account }: QueryAccount, subscriptionId: string) {
  return queryOptions({
    queryKey: [account.key, 'campaigns', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => call(listCampaigns, { subscriptionId }, { signal }),
  })
}
