import { type Region, regionByName } from '@portal/disk-encryption'
import type { Inventory } from '../inventory.ts'
import type { DefaultStorage, ImageVersionPlan, StorageAccountType, TargetRegion } from '../plan.ts'

/** A plan's storage in one target region: the region's own, otherwise the plan's. */
export function storageOf(plan: ImageVersionPlan, region: TargetRegion): DefaultStorage {
  return region.storageAccountType ?? plan.storageAccountType
}

/**
 * The type that Azure uses in a region for the requested `storage`; undefined if the strategy decides and it is unknown
 * whether the region has availability zones.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#storageaccountstrategy
 */
function storedTypeOf(
  storage: DefaultStorage,
  region: Pick<Region, 'hasAvailabilityZones'> | undefined,
): StorageAccountType | undefined {
  if (storage !== 'PreferStandard_ZRS') return storage
  if (region?.hasAvailabilityZones === undefined) return undefined
  return region.hasAvailabilityZones ? 'Standard_ZRS' : 'Standard_LRS'
}

/** The future storage of a target region: a type, or still the strategy if its zones are unknown. */
export function expectedStorageOf(
  plan: ImageVersionPlan,
  region: TargetRegion,
  inventory: Pick<Inventory, 'regions'> | undefined,
): DefaultStorage {
  const storage = storageOf(plan, region)
  return storedTypeOf(storage, inventory && regionByName(inventory, region.name)) ?? storage
}
