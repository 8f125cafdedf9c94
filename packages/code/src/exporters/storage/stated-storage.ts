import { expectedStorageOf, type ImageVersionPlan, type Inventory, storageAccountType } from '@portal/image-version'
import { loss, type Loss } from '../loss.ts'

/**
 * The plan for a tool without the strategy: with the type that the strategy would choose for each region, and
 * `Standard_LRS`, which it chooses otherwise, for regions that are added later. A plan without the strategy is
 * unchanged.
 */
export function withStatedStorage(plan: ImageVersionPlan, inventory: Inventory | undefined): ImageVersionPlan {
  if (plan.storageAccountType !== 'PreferStandard_ZRS') return plan
  return {
    ...plan,
    storageAccountType: 'Standard_LRS',
    targetRegions: plan.targetRegions.map((region) => {
      const storage = expectedStorageOf(plan, region, inventory)
      return { ...region, storageAccountType: storage === 'PreferStandard_ZRS' ? 'Standard_LRS' : storage }
    }),
  }
}

/** What a tool with all types omits of the strategy. */
export function storageStrategyLosses(plan: ImageVersionPlan, inventory: Inventory | undefined): Loss[] {
  return [...defaultStorageLosses(plan, storageAccountType.options), ...regionStorageLosses(plan, inventory)]
}

/** `Standard_LRS` if it is unknown whether a region that is left to the strategy has zones. */
export function regionStorageLosses(plan: ImageVersionPlan, inventory: Inventory | undefined): Loss[] {
  return plan.targetRegions.flatMap((region, index) =>
    region.name !== '' && expectedStorageOf(plan, region, inventory) === 'PreferStandard_ZRS'
      ? [loss(['targetRegions', index, 'storageAccountType'], 'RegionStorageUnknown', { region: region.name })]
      : [],
  )
}

/** If a tool supports the storage of each region, and as the default only what `known` lists. */
export function defaultStorageLosses(plan: ImageVersionPlan, known: readonly string[]): Loss[] {
  const storage = plan.storageAccountType
  return known.includes(storage) ? [] : [loss(['storageAccountType'], 'DefaultStorageLost', { storage })]
}
