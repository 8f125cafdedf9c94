import * as z from 'zod/mini'
import { get } from '../endpoint.ts'
import { imageFilters } from './resource-rows.ts'
import { estatePage, pageOf } from './row-pages.ts'
import { diskEncryption } from './virtual-machine-rows.ts'

/** A row of disks that were created from image versions. */
export const diskRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** short name of its region */
  location: z.string(),
  provisioningState: z.string(),
  encryption: diskEncryption,
  diskEncryptionSetId: z.optional(z.string()),
  /** the machine that it is attached to, or the instance of a scale set */
  managedBy: z.optional(z.string()),
  imageVersionId: z.string(),
  /** ISO 8601 */
  timeCreated: z.optional(z.string()),
})
export type DiskRow = z.infer<typeof diskRow>

/** A page of the disks that were created from image versions. One Resource Graph query. */
export const browseDisks = get(
  '/api/estate/disks',
  z.strictObject({
    ...estatePage,
    encryption: z.optional(diskEncryption),
    ...imageFilters,
    sort: z.enum(['name', 'encryption', 'set', 'machine', 'image', 'timeCreated', 'location']),
  }),
  pageOf(diskRow),
)
