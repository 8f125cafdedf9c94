import { latestCandidate } from '@portal/version-update'
import * as z from 'zod/mini'
import { get, put } from '../endpoint.ts'
import { regionNames } from '../region-batches.ts'
import { fingerprint, versionWork } from './image-version-updates.ts'

const resourceId = z.string().check(z.maxLength(1024))
/** As many versions as one change of latest can update. */
const mostUpdated = 20

/** What a definition's latest is in one region. */
const regionLatest = z.strictObject({
  /** short name */
  region: z.string(),
  /** ID of the version; absent if there is no latest */
  versionId: z.optional(z.string()),
  /** ISO 8601 */
  since: z.optional(z.strictObject({ at: z.string(), isExact: z.boolean() })),
  /** ID of the version that it was before, if Azure's record of 14 days has it */
  previousId: z.optional(z.string()),
})

/**
 * What *latest* gives in each region of a definition, and the versions that decide it, the highest number first. A list
 * of the versions, a read of each one in progress, and one query of recorded changes.
 */
export const getLatestVersions = get(
  '/api/latest-versions',
  z.strictObject({ imageDefinitionId: resourceId }),
  z.strictObject({ regions: z.array(regionLatest), versions: z.array(latestCandidate) }),
)
export type LatestVersions = z.infer<typeof getLatestVersions.response>

/**
 * Makes a version the latest in some regions, in one deployment that Azure runs: an update for each of the versions
 * that must be included or excluded, each after the previous one has succeeded. `seen` has a fingerprint of every one
 * of them: 409 `ImageVersionChanged` if it no longer fits, or if they are others than the user has seen. 422
 * `PlanRejected` with the issues.
 */
export const changeLatest = put(
  '/api/latest-changes',
  z.strictObject({
    kind: z.enum(['Promotion', 'RollBack']),
    imageVersionId: resourceId,
    regions: regionNames,
    /** also excludes the version that is the latest now */
    excludesPredecessor: z.boolean(),
    seen: z.array(z.strictObject({ id: resourceId, fingerprint })).check(z.minLength(1), z.maxLength(mostUpdated)),
  }),
  z.strictObject({ deploymentId: z.string() }),
)

/** The running changes of a definition's latest, and the last finished one. The latest first. */
export const listLatestWork = get(
  '/api/latest-works',
  z.strictObject({ imageDefinitionId: resourceId }),
  z.array(versionWork),
)

/** A scale set that creates new instances from the latest version of a definition. */
const follower = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** short name */
  location: z.string(),
  /** Azure replaces the disks of its instances when latest changes: automatic OS image upgrade is on */
  isUpgraded: z.boolean(),
})

/** The scale sets that follow a definition's latest version, those that upgrade by themselves first. One query. */
export const listLatestFollowers = get(
  '/api/estate/latest-followers',
  z.strictObject({ imageDefinitionId: resourceId }),
  z.strictObject({
    /** of all, also those that are not among `scaleSets` */
    total: z.number(),
    scaleSets: z.array(follower),
  }),
)
export type LatestFollowers = z.infer<typeof listLatestFollowers.response>
