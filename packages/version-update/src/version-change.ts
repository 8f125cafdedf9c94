import { blankPlan, diskEncryptionSetIdsOf, targetRegion } from '@portal/image-version'
import * as z from 'zod/mini'

const regionName = z.string().check(z.maxLength(64))
const maxRegions = 100

/** A change of an existing version. null: unchanged. Region names in any of ARM's spellings. */
export const versionChange = z.strictObject({
  addedRegions: z.array(targetRegion).check(z.maxLength(maxRegions)),
  removedRegions: z.array(regionName).check(z.maxLength(maxRegions)),
  changedRegions: z
    .array(
      z.strictObject({
        name: regionName,
        regionalReplicaCount: z.nullable(z.number()),
        excludeFromLatest: z.nullable(z.boolean()),
      }),
    )
    .check(z.maxLength(maxRegions)),
  /** of regions without their own number */
  replicaCount: z.nullable(z.number()),
  excludeFromLatest: z.nullable(z.boolean()),
  /** YYYY-MM-DD; '' removes the date */
  endOfLifeDate: z.nullable(z.string().check(z.maxLength(32))),
  allowDeletionOfReplicatedLocations: z.nullable(z.boolean()),
  blockDeletionBeforeEndOfLife: z.nullable(z.boolean()),
})
export type VersionChange = z.infer<typeof versionChange>
export type ChangedRegion = VersionChange['changedRegions'][number]

/** The change that changes nothing. */
export function noChange(): VersionChange {
  return {
    addedRegions: [],
    removedRegions: [],
    changedRegions: [],
    replicaCount: null,
    excludeFromLatest: null,
    endOfLifeDate: null,
    allowDeletionOfReplicatedLocations: null,
    blockDeletionBeforeEndOfLife: null,
  }
}

/** Whether the change is empty; its content might still be what the version already has. */
export function isNoChange({ addedRegions, removedRegions, changedRegions, ...ofVersion }: VersionChange): boolean {
  return (
    addedRegions.length === 0 &&
    removedRegions.length === 0 &&
    changedRegions.every(
      ({ regionalReplicaCount, excludeFromLatest }) => regionalReplicaCount === null && excludeFromLatest === null,
    ) &&
    Object.values(ofVersion).every((value) => value === null)
  )
}

/** The sets that the change names, each id once. */
export function diskEncryptionSetIdsOfChange({ addedRegions }: VersionChange): string[] {
  return diskEncryptionSetIdsOf({
    ...blankPlan(''),
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    confidentialVMEncryptionType: 'EncryptedWithCmk',
    targetRegions: addedRegions,
  })
}
