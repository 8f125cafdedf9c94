import * as z from 'zod/mini'
import { ask } from '../endpoint.ts'

/** As many resources as a history can be asked about at once. */
export const mostOfHistory = 200

/** A property of a resource before and after a change; without a value where it was or is not there. */
const propertyChange = z.strictObject({
  /** `properties.publishingProfile.excludeFromLatest` */
  path: z.string(),
  before: z.optional(z.string()),
  after: z.optional(z.string()),
})

/** A change of a resource as Azure recorded it. */
const recordedChange = z.strictObject({
  id: z.string(),
  resourceId: z.string(),
  changeType: z.enum(['Create', 'Update', 'Delete']),
  /** ISO 8601 */
  time: z.string(),
  /** a user principal name, an object or application ID, or a name; absent if Azure does not say it */
  changedBy: z.optional(z.string()),
  /** `User`, `Application`, `System` … as Azure spells it */
  changedByType: z.optional(z.string()),
  /** `Azure CLI` … as Azure spells it */
  client: z.optional(z.string()),
  /** `Microsoft.Compute/galleries/images/versions/write` */
  operation: z.optional(z.string()),
  properties: z.array(propertyChange),
})
export type RecordedChange = z.infer<typeof recordedChange>

/**
 * What Azure has recorded in the last 14 days about these resources, and about the key vaults of the disk encryption
 * sets among them; the latest first, 500 at most. One query.
 */
export const listRecordedChanges = ask(
  '/api/estate/recorded-changes',
  z.strictObject({
    resourceIds: z.array(z.string()).check(z.minLength(1), z.maxLength(mostOfHistory)),
  }),
  z.strictObject({
    /** of all, also those that are not among `changes` */
    total: z.number(),
    changes: z.array(recordedChange),
  }),
)
export type RecordedChanges = z.infer<typeof listRecordedChanges.response>
