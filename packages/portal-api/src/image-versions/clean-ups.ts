import { softDeletePolicy } from '@portal/gallery'
import {
  checkedRetentionRule,
  cleanUp,
  keepReason,
  mostCleanedUp,
  retainedVersion,
  retentionAction,
} from '@portal/version-update'
import * as z from 'zod/mini'
import { endpoint, get, post, ask } from '../endpoint.ts'
import { statementWrite } from './campaigns.ts'

const resourceId = z.string().check(z.maxLength(1024))

/**
 * What a rule would do with the versions of a definition, a gallery or a subscription's galleries, on current facts;
 * nothing is changed.
 */
export const previewCleanUp = ask(
  '/api/clean-up-previews',
  z.strictObject({
    /** of an image definition, a gallery or a subscription */
    scopeId: resourceId,
    rule: checkedRetentionRule,
    action: retentionAction,
  }),
  z.strictObject({
    /** Azure's own time of this answer */
    asOf: z.string(),
    /** those that have versions; one without a policy never had soft delete: what is deleted there is gone */
    galleries: z.array(z.strictObject({ id: z.string(), softDeletePolicy: z.exactOptional(softDeletePolicy) })),
    /** where the user might not see everything that uses a version */
    unseen: z.array(z.string()),
    /** by definition and number; one without a reason goes */
    decisions: z.array(
      z.strictObject({
        version: z.pick(retainedVersion, {
          id: true,
          provisioningState: true,
          publishedDate: true,
          regions: true,
          sizeInGB: true,
        }),
        reasons: z.array(keepReason),
      }),
    ),
  }),
)
export type CleanUpPreview = z.infer<typeof previewCleanUp.response>

/**
 * States a clean-up in a deployment that creates nothing, and returns the ID of that deployment: the same for the same
 * clean-up. Its versions go one by one, by `cleanUpVersion`.
 */
export const startCleanUp = endpoint({
  method: 'PUT',
  path: '/api/clean-ups',
  request: cleanUp,
  // A thousand numbers, and as many IDs of definitions.
  largestRequest: 1024 * 1024,
  response: z.strictObject({ id: z.string() }),
})

/** Of a version of a clean-up: what is asked is done, not yet, or Azure is at it. */
const cleanUpState = z.enum(['Open', 'UnderWay', 'Done'])
export type CleanUpState = z.infer<typeof cleanUpState>

/** A clean-up as Azure has it now. */
export const getCleanUp = get(
  '/api/clean-up',
  z.strictObject({ id: resourceId }),
  z.strictObject({
    cleanUp,
    /** when Azure got its statement; ISO 8601 */
    startedAt: z.string(),
    /** in the order of its versions */
    states: z.array(cleanUpState),
    /** the earliest first; absent if the log can't be read, empty if it has nothing (yet, or anymore) */
    writes: z.optional(z.array(statementWrite)),
    /** whether the caller may go on: the operator can ask for somebody else than who stated a deletion */
    needsSecondPerson: z.boolean(),
  }),
)
export type CleanUpAnswer = z.infer<typeof getCleanUp.response>

/** The clean-ups that were stated in the resource group of a gallery, the latest first. */
export const listCleanUps = get(
  '/api/clean-ups',
  z.strictObject({ galleryId: resourceId }),
  z.array(z.strictObject({ id: z.string(), startedAt: z.string(), action: retentionAction, versions: z.number() })),
)

/**
 * Excludes, revokes or deletes one version of a clean-up, after its rule has decided again on the facts of now. `Kept`:
 * it stays, and why; nothing is sent. A repeated call does nothing twice.
 */
export const cleanUpVersion = post(
  '/api/clean-up-versions',
  z.strictObject({ id: resourceId, item: z.int().check(z.gte(0), z.lt(mostCleanedUp)) }),
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('Done') }),
    z.strictObject({ state: z.literal('Kept'), reasons: z.array(keepReason) }),
  ]),
)
