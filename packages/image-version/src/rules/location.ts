import type { Inventory } from '../inventory.ts'
import { errorAt, type Issue } from '../issue.ts'
import type { ImageVersionPlan } from '../plan.ts'
import { regionByName, regionDisplayName } from '../regions.ts'

// A version's region is one where Azure offers image versions.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function locationIssues({ location }: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (location === '') return [errorAt(['location'], 'LocationRequired', {})]
  if (regionByName(inventory, location) !== undefined) return []
  return [errorAt(['location'], 'LocationNotAvailable', { region: regionDisplayName(inventory, location) })]
}
