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
import { call } from './portal-client.ts'
import { read, readBy, watch } from './read.ts'

/** Whether and how versions of a subscription can be created again, read in parts. */
export const campaignSurveyQuery = readBy('preview', {
  name: surveyCampaign.path,
  ask: async ({ imageVersionIds }: { imageVersionIds: readonly string[] }, context) => {
    const surveys: CampaignSurvey[] = []
    // One after the other: each needs dozens of Azure's answers.
    for (let at = 0; at < imageVersionIds.length; at += mostSurveyed)
      surveys.push(
        await call(surveyCampaign, { imageVersionIds: imageVersionIds.slice(at, at + mostSurveyed) }, context),
      )
    return together(surveys)
  },
  // A plan does not change under its user, but the next one begins with what Azure has by then.
  staleTime: Infinity,
  gcTime: 0,
  enabled: ({ imageVersionIds }) => imageVersionIds.length > 0,
})

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

/** A campaign as Azure has it; refreshed while something of it is in progress. */
export const campaignQuery = watch(
  read('campaign', getCampaign, { staleTime: 0 }),
  ({ data, pollMs }) => data?.items.some(isInProgress) === true && pollMs,
)

function isInProgress({ successor, predecessor, deployment }: CampaignAnswer['items'][number]): boolean {
  const states = [successor?.provisioningState, predecessor?.provisioningState]
  return deployment === 'Running' || states.some((state) => ![undefined, 'Succeeded', 'Failed'].includes(state))
}

/** The proofs of some items; refreshed while one is not settled. */
export const campaignProofsQuery = watch(
  read('campaign', getCampaignProofs, {
    staleTime: 0,
    enabled: ({ items }) => items.length > 0,
    placeholder: 'previous',
  }),
  ({ data = [], pollMs }) => data.some(({ state }) => state === 'Replicating') && pollMs,
)

/** What a user sees before they continue a campaign that is not theirs. Starting a deployment does not change it. */
export const campaignStatementQuery = read('campaign-statement', getCampaignStatement, { staleTime: 0 })

/** The campaigns of a subscription. */
export const campaignsQuery = read('campaign', listCampaigns)
