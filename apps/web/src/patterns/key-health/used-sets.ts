import { type DiskEncryptionSet, diskEncryptionSetById } from '@portal/disk-encryption'
import { diskEncryptionSetIdsOf, type ImageVersionPlan, type Inventory } from '@portal/image-version'

/** The sets in the cells of a plan, each once, as far as Azure has them. */
export function usedSets(
  plan: ImageVersionPlan,
  inventory: Pick<Inventory, 'diskEncryptionSets'>,
): DiskEncryptionSet[] {
  return diskEncryptionSetIdsOf(plan).flatMap((id) => diskEncryptionSetById(inventory, id) ?? [])
}
