import type { PolicyVerdict } from '@portal/version-rules'
import { machinePolicyVerdict, type VirtualMachinePlan } from '@portal/virtual-machine'
import { usePolicyAssignments } from '../../../../patterns/policy/use-policy-assignments.ts'

/**
 * What the policies of the machine's resource group would say about it; undefined until they are read, or if no group
 * is chosen.
 */
export function useMachinePolicyVerdict(plan: VirtualMachinePlan): PolicyVerdict | undefined {
  const { subscriptionId, resourceGroup } = plan
  const isChosen = subscriptionId !== '' && (resourceGroup.isNew || resourceGroup.name !== '')
  const resourceGroupName = resourceGroup.isNew ? '' : resourceGroup.name
  const assignments = usePolicyAssignments(isChosen ? { subscriptionId, resourceGroupName } : undefined)
  return assignments && machinePolicyVerdict(plan, assignments)
}
