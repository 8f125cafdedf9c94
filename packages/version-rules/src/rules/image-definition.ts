import { isIdOf, sameResourceId } from '@portal/arm'
import { regionByName, regionDisplayName } from '@portal/disk-encryption'
import { errorAt, type ImageVersionPlan, type Inventory, type Issue } from '@portal/image-version'

// A version belongs to an image definition that exists.
// https://learn.microsoft.com/azure/virtual-machines/image-version
export function imageDefinitionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const id = plan.imageDefinitionId
  if (id === '') return [errorAt(['imageDefinitionId'], 'ImageDefinitionRequired', {})]
  const known = inventory.imageDefinition
  if (known !== undefined && isIdOf('Microsoft.Compute/galleries/images', id) && sameResourceId(known.id, id)) return []
  return [errorAt(['imageDefinitionId'], 'ImageDefinitionNotFound', { id })]
}

// A version's region is one where Azure offers image versions.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function locationIssues({ location }: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (location === '') return [errorAt(['location'], 'LocationRequired', {})]
  if (regionByName(inventory, location) !== undefined) return []
  return [errorAt(['location'], 'LocationNotAvailable', { region: regionDisplayName(inventory, location) })]
}
