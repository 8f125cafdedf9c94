import { sameResourceId } from '@portal/arm'
import { imageDefinitionType } from '../image-version-id.ts'
import type { Inventory } from '../inventory.ts'
import { errorAt, type Issue } from '../issue.ts'
import type { ImageVersionPlan } from '../plan.ts'
import { isIdOf } from '../sources/source-resources.ts'

// A version belongs to an image definition that exists.
// https://learn.microsoft.com/azure/virtual-machines/image-version
export function imageDefinitionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const id = plan.imageDefinitionId
  if (id === '') return [errorAt(['imageDefinitionId'], 'ImageDefinitionRequired', {})]
  const known = inventory.imageDefinition
  if (known !== undefined && isIdOf([imageDefinitionType], id) && sameResourceId(known.id, id)) return []
  return [errorAt(['imageDefinitionId'], 'ImageDefinitionNotFound', { id })]
}
