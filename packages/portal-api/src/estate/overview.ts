import * as z from 'zod/mini'
import { get, nothing } from '../endpoint.ts'
import { provisioningState } from '../image-versions/image-versions.ts'
import { versionEncryption, type VersionEncryption } from './resource-rows.ts'

// What Home shows of everything that the user can see. One endpoint for each of its tiles, each with one Resource Graph
// query, so that a tile loads and fails alone.

/** How many of something there are. */
const count = z.number().check(z.int(), z.minimum(0))

/** How many image versions there are, by whose keys encrypt them. */
const versionCounts = z.strictObject(
  // every key is there, with 0 if there is no such version
  { platform: count, customer: count, double: count, confidential: count, mixed: count } satisfies Record<
    VersionEncryption,
    typeof count
  >,
)

/** The size of the estate: its versions by their encryption and, while there is none, what has been prepared. */
export const getEstateOverview = get(
  '/api/estate/overview',
  nothing,
  z.strictObject({
    imageVersions: versionCounts,
    /** only without any version: a further query */
    beginning: z.optional(z.strictObject({ galleries: count, imageDefinitions: count, diskEncryptionSets: count })),
  }),
)
export type EstateOverview = z.infer<typeof getEstateOverview.response>

/** The kinds of resources whose failure somebody has to look at. */
const failedKind = z.enum(['imageVersion', 'virtualMachine'])

/** An image version, or a virtual machine from one, in state `Failed`. */
const failedResource = z.strictObject({
  id: z.string(),
  kind: failedKind,
  /** ISO 8601: when it was first asked for; absent if Azure does not return it */
  since: z.optional(z.string()),
})
export type FailedResource = z.infer<typeof failedResource>

/** Everything in state `Failed`, the latest first. Failed deployments are not known: Resource Graph has none. */
export const listFailedResources = get(
  '/api/estate/failed-resources',
  nothing,
  z.strictObject({ total: count, rows: z.array(failedResource) }),
)

/** An image definition with its version that was published last. */
const recentDefinition = z.strictObject({
  id: z.string(),
  version: z.strictObject({
    id: z.string(),
    provisioningState,
    /** ISO 8601 */
    publishedDate: z.optional(z.string()),
    /** whose keys encrypt it */
    encryption: versionEncryption,
  }),
})
export type RecentDefinition = z.infer<typeof recentDefinition>

/** The image definitions used last, by the dates of their versions. */
export const listRecentDefinitions = get('/api/estate/recent-definitions', nothing, z.array(recentDefinition))
