import { sameResourceId } from '@portal/arm'
import {
  errorAt,
  imageDefinitionType,
  type ImageVersionPlan,
  type Inventory,
  isIdOf,
  type Issue,
} from '@portal/image-version'

// A version belongs to an image definition that exists.
// https://learn.microsoft.com/azure/virtual-machines/image-version
export function imageDefinitionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const id = plan.imageDefinitionId
  if (id === '') return [errorAt(['imageDefinitionId'], 'ImageDefinitionRequired', {})]
  const known = inventory.imageDefinition
  if (known !== undefined && isIdOf([imageDefinitionType], id) && sameResourceId(known.id, id)) return []
  return [errorAt(['imageDefinitionId'], 'ImageDefinitionNotFound', { id })]
}
