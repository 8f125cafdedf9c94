import { sameRegion } from '@portal/arm'
import { diskEncryptionSetById } from '@portal/disk-encryption'
import { diskEncryptionSetIdsOf, fromArm, type Inventory, type Issue, type StoredVersion } from '@portal/image-version'
import { readinessIssues } from '@portal/version-rules'

/** The sets with which the repair of a region adds it again. */
export function diskEncryptionSetIdsInRegion(stored: StoredVersion, region: string): string[] {
  const plan = fromArm(stored)
  return diskEncryptionSetIdsOf({
    ...plan,
    targetRegions: plan.targetRegions.filter(({ name }) => sameRegion(name, region)),
  })
}

/**
 * What would keep Azure from adding regions again once it has removed them: sets that can't use their keys. Paths are
 * those of the change that removes the regions. A set that the user can't read is left to Azure.
 */
export function repairIssues(stored: StoredVersion, regions: readonly string[], inventory: Inventory): Issue[] {
  return regions.flatMap((region, index) =>
    diskEncryptionSetIdsInRegion(stored, region).flatMap((id) => {
      const set = diskEncryptionSetById(inventory, id)
      return set?.facts === undefined ? [] : readinessIssues(['removedRegions', index], set, inventory)
    }),
  )
}
