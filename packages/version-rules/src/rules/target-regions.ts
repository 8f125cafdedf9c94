import { regionName } from '@portal/arm'
import { regionByName, regionDisplayName } from '@portal/disk-encryption'
import { errorAt, type ImageVersionPlan, type Inventory, isHomeRegion, type Issue } from '@portal/image-version'

// Image versions are available in each target region, and each is named once.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function targetRegionIssues({ targetRegions }: ImageVersionPlan, inventory: Inventory): Issue[] {
  const names = targetRegions.map(({ name }) => regionName(name))
  return targetRegions.flatMap(({ name }, index) => {
    const path = ['targetRegions', index, 'name']
    if (name === '') return [errorAt(path, 'TargetRegionRequired', {})]
    const region = regionDisplayName(inventory, name)
    if (names.indexOf(regionName(name)) < index) return [errorAt(path, 'TargetRegionDuplicate', { region })]
    if (regionByName(inventory, name) === undefined) return [errorAt(path, 'TargetRegionNotAvailable', { region })]
    return []
  })
}

// The version's own region must be among its target regions.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function homeRegionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (plan.location === '' || plan.targetRegions.some((region) => isHomeRegion(plan, region))) return []
  const region = regionDisplayName(inventory, plan.location)
  return [errorAt(['targetRegions'], 'TargetRegionsLackLocation', { region })]
}
