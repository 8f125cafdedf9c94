import {
  eligibleDiskEncryptionSets,
  usesCustomerKeys,
  type DiskEncryptionSet,
  type ImageVersionPlan,
  type Inventory,
  type TargetRegion,
} from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'

/**
 * The sets offered in a region's cells: those of the gallery's subscription, that region, and the plan's encryption
 * type (or `encryptionType` where the cell asks for another one). None while platform keys are chosen.
 */
export function fittingSets(
  plan: ImageVersionPlan,
  inventory: Inventory,
  region: TargetRegion,
  encryptionType?: DiskEncryptionSet['encryptionType'],
): DiskEncryptionSet[] {
  const subscriptionId = tryParseResourceId(plan.imageDefinitionId)?.subscriptionId
  if (subscriptionId === undefined) return []
  if (encryptionType !== undefined)
    return eligibleDiskEncryptionSets({ encryptionType, region: region.name, subscriptionId }, inventory)
  if (!usesCustomerKeys(plan) || plan.encryptionType === 'EncryptionAtRestWithPlatformKey') return []
  return eligibleDiskEncryptionSets(
    { encryptionType: plan.encryptionType, region: region.name, subscriptionId },
    inventory,
  )
}
