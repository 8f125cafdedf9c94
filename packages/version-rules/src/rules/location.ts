import { regionByName, regionDisplayName } from '@portal/disk-encryption'
import { errorAt, type ImageVersionPlan, type Inventory, type Issue } from '@portal/image-version'

// A version's region is one where Azure offers image versions.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function locationIssues({ location }: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (location === '') return [errorAt(['location'], 'LocationRequired', {})]
  if (regionByName(inventory, location) !== undefined) return []
  return [errorAt(['location'], 'LocationNotAvailable', { region: regionDisplayName(inventory, location) })]
}
