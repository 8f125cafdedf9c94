import { regionDisplayName } from '@portal/disk-encryption'
import {
  areImageDisksKnown,
  asksForDiskSets,
  diskEncryptionSetOf,
  type DiskKey,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'

/** A set of the plan that no cell of the grid shows. */
export interface UnplacedSet {
  /** of the target region in the plan */
  index: number
  region: string
  disk: DiskKey
  diskEncryptionSetId: string
}

/**
 * The sets of a plan that have no cell: all while its source is not chosen or not found, otherwise those of LUNs that
 * the source does not have. A configuration that was imported brings such sets.
 */
export function unplacedSets(plan: ImageVersionPlan, inventory: Inventory): UnplacedSet[] {
  if (!asksForDiskSets(plan)) return []
  const isKnown = areImageDisksKnown(plan.source, inventory)
  const shown = new Set<DiskKey>(isKnown ? imageDisks(plan.source, inventory).map(({ key }) => key) : [])
  return plan.targetRegions.flatMap((region, index) => {
    const disks: DiskKey[] = ['os', ...region.encryption.dataDiskImages.map(({ lun }) => lun)]
    return disks
      .filter((disk) => !shown.has(disk) && diskEncryptionSetOf(region, disk) !== '')
      .map((disk) => ({
        index,
        region: regionDisplayName(inventory, region.name),
        disk,
        diskEncryptionSetId: diskEncryptionSetOf(region, disk),
      }))
  })
}
