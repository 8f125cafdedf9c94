import { regionByName } from '@portal/disk-encryption'
import { errorAt, type ImageVersionPlan, type Inventory, type Issue, storageOf } from '@portal/image-version'

// Zone-redundant storage needs a region with availability zones.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function storageAccountTypeIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  return plan.targetRegions.flatMap((targetRegion, index) => {
    if (storageOf(plan, targetRegion) !== 'Standard_ZRS') return []
    const region = regionByName(inventory, targetRegion.name)
    if (region?.hasAvailabilityZones !== false) return []
    const path = ['targetRegions', index, 'storageAccountType']
    return [errorAt(path, 'ZoneRedundantStorageNotSupported', { region: region.displayName })]
  })
}
