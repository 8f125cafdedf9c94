import * as z from 'zod/mini'
import { get, nothing } from './endpoint.ts'

/** An operation in progress: on a resource, or a deployment of this portal by its purpose. */
export const underWayKind = z.enum([
  'imageVersion',
  'diskEncryptionSet',
  'virtualMachine',
  'preparation',
  'machineDeployment',
  'versionWork',
  'campaign',
])
export type UnderWayKind = z.infer<typeof underWayKind>

/** One operation in progress. */
export const underWayItem = z.strictObject({
  /** of the resource, or of the deployment */
  id: z.string(),
  kind: underWayKind,
  /** Azure's own word, for example `Creating` or `Running` */
  state: z.string(),
  /** of the resource that a deployment is for, if there is one */
  about: z.optional(z.string()),
  /** ISO 8601; absent if Azure does not return it */
  since: z.optional(z.string()),
  /** 0 to 100, of an image version's replication, or the versions that a campaign has created */
  progress: z.optional(z.number()),
  /** of a campaign; absent if the deployment that states it can't be read */
  versions: z.optional(z.strictObject({ created: z.number(), all: z.number() })),
})
export type UnderWayItem = z.infer<typeof underWayItem>

/** The operations in progress in the user's subscriptions, as Azure returns them now. */
export const listUnderWay = get(
  '/api/under-way',
  nothing,
  z.strictObject({
    items: z.array(underWayItem),
    /** there are more resource groups than those whose deployments were read, or more resources than are listed */
    isPartial: z.boolean(),
    /** Azure's own time, ISO 8601 */
    now: z.string(),
  }),
)
export type UnderWay = z.infer<typeof listUnderWay.response>
