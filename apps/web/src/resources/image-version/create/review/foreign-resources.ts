import { diskEncryptionSetIdsOf, sourceIdsOf, type ImageVersionPlan } from '@portal/image-version'
import { isOfOtherGroup } from '../../../../patterns/resource/resource-label.ts'

/** IDs of the source and the sets of a plan that are in another resource group than its gallery, each once. */
export function foreignResources(plan: ImageVersionPlan): string[] {
  const ids = [...sourceIdsOf(plan.source), ...diskEncryptionSetIdsOf(plan)]
  return [...new Set(ids)].filter((id) => isOfOtherGroup(id, plan.imageDefinitionId))
}
