import {
  areImageDisksKnown,
  asksForSet,
  diskEncryptionSetsOf,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'

/** How many cells the Encryption tab has, and how many have a set. */
export function cellCount(plan: ImageVersionPlan, inventory: Inventory): { set: number; cells: number } {
  const disks = areImageDisksKnown(plan.source, inventory) ? imageDisks(plan.source, inventory) : []
  const regions = plan.targetRegions.filter((region) => region.name !== '')
  const keys = disks.map(({ key }) => key).filter((key) => asksForSet(plan, key))
  const chosen = regions.flatMap((region) => {
    const sets = diskEncryptionSetsOf(region)
    return [
      ...keys.map((key) => sets.get(key) ?? ''),
      ...(plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
        ? [region.encryption.secureVMDiskEncryptionSetId]
        : []),
    ]
  })
  return { set: chosen.filter((id) => id !== '').length, cells: chosen.length }
}
