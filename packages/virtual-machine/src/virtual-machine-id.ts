import { formatResourceId, tryParseResourceId, type ResourceId } from '@portal/arm'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

export const virtualMachineType = 'Microsoft.Compute/virtualMachines'

/** The ID of the plan's machine; undefined while a part of it is blank or malformed. */
export function virtualMachineIdOf({
  subscriptionId,
  resourceGroup,
  name,
}: Pick<VirtualMachinePlan, 'subscriptionId' | 'resourceGroup' | 'name'>): ResourceId | undefined {
  const id = {
    subscriptionId,
    resourceGroupName: resourceGroup.name,
    provider: 'Microsoft.Compute',
    types: ['virtualMachines'],
    names: [name],
  }
  try {
    return tryParseResourceId(formatResourceId(id))
  } catch {
    return undefined
  }
}
