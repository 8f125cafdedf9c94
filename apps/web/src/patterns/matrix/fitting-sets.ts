import { type DiskEncryptionSet, eligibleDiskEncryptionSets } from '@portal/disk-encryption'
import { type ImageVersionPlan, type Inventory, planSubscriptionId } from '@portal/image-version'

/** The sets offered for the disks of a region: the gallery's subscription, that region, the plan's encryption type. */
export function fittingSets(plan: ImageVersionPlan, inventory: Inventory, region: string): DiskEncryptionSet[] {
  const { encryptionType } = plan
  return eligibleDiskEncryptionSets({ encryptionType, region, subscriptionId: planSubscriptionId(plan) }, inventory)
}

/** The confidential sets offered in a region. */
export function fittingConfidentialSets(
  plan: ImageVersionPlan,
  inventory: Inventory,
  region: string,
): DiskEncryptionSet[] {
  const encryptionType = 'ConfidentialVmEncryptedWithCustomerKey'
  return eligibleDiskEncryptionSets({ encryptionType, region, subscriptionId: planSubscriptionId(plan) }, inventory)
}
