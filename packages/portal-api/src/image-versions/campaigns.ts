import { campaign, campaignSurvey, mostItems } from '@portal/campaign'
import { appliedLock } from '@portal/gallery'
import { issue } from '@portal/image-version'
import { decodedError } from '@portal/version-rules'
import * as z from 'zod/mini'
import { endpoint, get, post, put, ask } from '../endpoint.ts'
import { provisioningState } from './image-versions.ts'

const resourceId = z.string().check(z.maxLength(1024))
const index = z.number().check(z.int(), z.gte(0), z.lt(mostItems))

/** The most versions of one survey; a larger choice is surveyed in parts. */
export const mostSurveyed = 50

/** The most proofs of one request: as many as a page of a campaign shows. */
export const mostProofs = 25

// 200 versions with long names and 100 regions, and the matrix.
const largestCampaign = 1024 * 1024

/** What decides whether and how these versions of one subscription can be created again under one's own keys. */
export const surveyCampaign = ask(
  '/api/campaign-surveys',
  z.strictObject({ imageVersionIds: z.array(resourceId).check(z.minLength(1), z.maxLength(mostSurveyed)) }),
  campaignSurvey,
)

/**
 * States a campaign in a deployment that creates nothing, and returns the ID of that deployment: the same for the same
 * campaign. Its versions are created by `startCampaignBatch`.
 */
export const startCampaign = endpoint({
  method: 'PUT',
  path: '/api/campaigns',
  request: campaign,
  largestRequest: largestCampaign,
  response: z.strictObject({ id: z.string() }),
})

/** What the user has seen of it, as `campaignConfirmation` computes it: 409 `CampaignChanged` if it differs. */
const confirmation = z.string().check(z.maxLength(64))

const rejected = z.strictObject({
  item: index,
  /** why it can't be created now, from the same rules as in the wizard; none: Azure has not the version anymore */
  issues: z.array(issue),
})

/**
 * Starts the deployment that creates the versions of a batch, or one version again. Existing versions and running
 * deployments are left alone, so that a repeated call creates nothing twice.
 */
export const startCampaignBatch = put(
  '/api/campaign-batches',
  z.strictObject({
    id: resourceId,
    /** the number of a batch, from 0, or that of a single item */
    start: z.union([z.strictObject({ batch: index }), z.strictObject({ item: index })]),
    confirmation,
  }),
  z.strictObject({
    /** absent if there was nothing to start */
    deploymentId: z.optional(z.string()),
    rejected: z.array(rejected),
  }),
)

/** Who wrote a statement, at first or since, by Azure's activity log. */
export const statementWrite = z.strictObject({
  /** ISO 8601 */
  time: z.string(),
  /** user name of a person, application ID of a program */
  by: z.string(),
  isUser: z.boolean(),
  /** whether it was the one who asks */
  isYou: z.boolean(),
})
export type StatementWrite = z.infer<typeof statementWrite>

/**
 * What a user sees before a campaign of others is continued: the key behind each of its sets now, and who stated it and
 * changed it since, by Azure's activity log.
 */
export const getCampaignStatement = get(
  '/api/campaign-statement',
  z.strictObject({ id: resourceId }),
  z.strictObject({
    /** those of the campaign's sets that Azure has and shows */
    sets: z.array(z.strictObject({ id: z.string(), keyVaultName: z.string(), keyName: z.string() })),
    /** the earliest first; absent if the log can't be read, empty if it has nothing (yet, or anymore) */
    writes: z.optional(z.array(statementWrite)),
    /** whether this portal lets only somebody else than these people delete what was replaced */
    needsSecondPerson: z.boolean(),
  }),
)
export type CampaignStatement = z.infer<typeof getCampaignStatement.response>

/** A version of a campaign as Resource Graph has it. */
const campaignVersion = z.strictObject({
  provisioningState,
  excludeFromLatest: z.boolean(),
})

const campaignItemState = z.strictObject({
  /** the new version; absent while there is none */
  successor: z.optional(campaignVersion),
  /** the old one; absent if it is deleted */
  predecessor: z.optional(campaignVersion),
  /** of the latest deployment for it; absent before */
  deployment: z.optional(z.enum(['Running', 'Succeeded', 'Failed', 'Canceled'])),
  /** why Azure did not create it, in its own words */
  error: z.optional(z.strictObject({ code: z.string(), message: z.string() })),
  decoded: z.optional(z.array(decodedError)),
})
export type CampaignItemState = z.infer<typeof campaignItemState>

/** A campaign as Azure has it now: what was asked, and what became of each item. */
export const getCampaign = get(
  '/api/campaign',
  z.strictObject({ id: resourceId }),
  z.strictObject({
    id: z.string(),
    campaign,
    /** when Azure got its statement, or another one in its place; ISO 8601 */
    startedAt: z.string(),
    /** Azure's own time of this answer */
    asOf: z.string(),
    /** in the order of the campaign's items */
    items: z.array(campaignItemState),
  }),
)
export type CampaignAnswer = z.infer<typeof getCampaign.response>

const proof = z.strictObject({
  item: index,
  /** `Missing`: there is no new version */
  state: z.enum(['Missing', 'Replicating', 'Proven', 'Different', 'Failed']),
  /** short names of the regions that failed or differ */
  regions: z.array(z.string()),
  /** whether the new version is `Different` because it was not created from what the campaign asks for */
  hasOtherSource: z.optional(z.boolean()),
  /** of the replication, 0 to 100 */
  progress: z.number(),
  /** of the old version, once the new one is proven */
  predecessor: z.optional(z.enum(['Untouched', 'Excluded', 'Revoked', 'Deleted'])),
  /** that apply to the old version, once the new one is proven */
  locks: z.optional(z.array(appliedLock)),
})
export type CampaignProofAnswer = z.infer<typeof proof>

/** Whether the new versions of some items are replicated with the encryption that was asked for, read from ARM. */
export const getCampaignProofs = ask(
  '/api/campaign-proofs',
  z.strictObject({ id: resourceId, items: z.array(index).check(z.minLength(1), z.maxLength(mostProofs)) }),
  z.array(proof),
)

/**
 * Replaces an old version by its new one: includes the new one in latest if the old one was, and then excludes, revokes
 * or deletes the old one. 409 `SuccessorNotProven` unless the new one has the encryption that was asked for in every
 * region: nothing is sent. `Waiting`: Azure is still at the first of two steps; call again. `Locked`: a lock forbids
 * it, so nothing is sent.
 */
export const replaceVersion = post(
  '/api/campaign-replacements',
  z.strictObject({
    id: resourceId,
    item: index,
    action: z.enum(['exclude', 'revoke', 'delete']),
    confirmation,
    /** of a revocation; the new version is named as the replacement */
    reason: z.optional(z.string().check(z.maxLength(256))),
  }),
  z.strictObject({ state: z.enum(['Waiting', 'Done', 'Locked']) }),
)

/**
 * The campaigns with versions in a subscription, or in all of the user's, the newest first, from the tags of their new
 * versions.
 */
export const listCampaigns = get(
  '/api/campaigns',
  z.strictObject({ subscriptionId: z.optional(z.string()) }),
  z.strictObject({
    campaigns: z.array(
      z.strictObject({
        id: z.string(),
        versions: z.number(),
        /** when the first of its versions was created, ISO 8601, if Azure has the time */
        startedAt: z.optional(z.string()),
      }),
    ),
    /** tags that name no campaign */
    leftOut: z.number(),
  }),
)
