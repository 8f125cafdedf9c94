import * as z from 'zod/mini'
import { get, nothing } from '../endpoint.ts'
import { age } from './age.ts'
import { machineEncryption } from './virtual-machine-rows.ts'

/** What the posture counts: image versions, and the disks and virtual machines that were created from them. */
export const postureSubject = z.enum(['imageVersions', 'disks', 'virtualMachines'])
export type PostureSubject = z.infer<typeof postureSubject>

/** How many have all of this in common. */
const postureGroup = z.strictObject({
  /** of the versions, or of the versions that these were created from */
  galleryId: z.string(),
  /** of the counted things themselves */
  subscriptionId: z.string(),
  /** short name; of versions the source region */
  location: z.string(),
  age,
  encryption: machineEncryption,
  count: z.number().check(z.int(), z.minimum(1)),
})
export type PostureGroup = z.infer<typeof postureGroup>

/** Everything of a kind that the user can see, counted by encryption and by place. One Resource Graph query. */
export const getPosture = get(
  '/api/estate/posture',
  z.strictObject({ of: postureSubject }),
  z.strictObject({
    /** Azure's own time, ISO 8601 */
    now: z.string(),
    groups: z.array(postureGroup),
    /** the query that the figures rest on */
    query: z.string(),
  }),
)
export type Posture = z.infer<typeof getPosture.response>

/**
 * As far as Azure shows it, what the user can't read: sets that versions use, by their subscription, and subscriptions
 * that ARM lists but Resource Graph does not return. Two Resource Graph queries.
 */
export const getPostureLimits = get(
  '/api/estate/posture-limits',
  nothing,
  z.strictObject({
    unreadSets: z.array(z.strictObject({ subscriptionId: z.string(), sets: z.number(), imageVersions: z.number() })),
    /** IDs of the subscriptions that Resource Graph covers, each with how many resource groups the user can see */
    covered: z.array(z.strictObject({ subscriptionId: z.string(), resourceGroups: z.number() })),
    queries: z.array(z.string()),
  }),
)
export type PostureLimits = z.infer<typeof getPostureLimits.response>
