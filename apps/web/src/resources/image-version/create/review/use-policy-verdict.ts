import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { policyVerdict, type PolicyVerdict } from '@portal/version-rules'
import { galleryScope } from '../../../../patterns/policy/gallery-scope.ts'
import { usePolicyAssignments } from '../../../../patterns/policy/use-policy-assignments.ts'

/**
 * What the policies of the plan's gallery would say about it; undefined until they are read, or if no gallery is
 * chosen.
 */
export function usePolicyVerdict(plan: ImageVersionPlan, inventory: Inventory): PolicyVerdict | undefined {
  const assignments = usePolicyAssignments(galleryScope(plan.imageDefinitionId))
  return assignments && policyVerdict(plan, inventory, assignments)
}
