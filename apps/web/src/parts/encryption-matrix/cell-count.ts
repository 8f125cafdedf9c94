import {
  areImageDisksKnown,
  asksForSet,
  diskEncryptionSetOf,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'

/** How many cells the Encryption tab has, and how many have a set. */
export function cellCount(plan: ImageVersionPlan, inventory: Inventory): { set: number; cells: number } {
  const disks = areImageDisksKnown(plan.source, inventory) ? imageDisks(plan.source, inventory) : []
  const regions = plan.targetRegions.filter((region) => region.name !== '')
  const chosen = regions.flatMap((region) => [
    ...disks.filter(({ key }) => asksForSet(plan, key)).map(({ key }) => diskEncryptionSetOf(region, key)),
    ...(plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
      ? [region.encryption.secureVMDiskEncryptionSetId]
      : []),
  ])
  return { set: chosen.filter((id) => id !== '').length, cells: chosen.length }
}
