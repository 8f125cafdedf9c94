import { sameRegion } from '@portal/arm'
import { diskEncryptionSetById } from '../../encryption/eligible-disk-encryption-sets.ts'
import { fromArm } from '../../from-arm.ts'
import type { Inventory } from '../../inventory.ts'
import type { Issue } from '../../issue.ts'
import { diskEncryptionSetIdsOf } from '../../plan.ts'
import { readinessIssues } from '../../rules/disk-encryption-set.ts'
import type { StoredVersion } from '../stored-version.ts'

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
