import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

/**
 * The permissions that a machine requires in its resource group, or in its subscription if the group is new.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/compute
 */
export function machineActions({ resourceGroup, network, publicIpAddress }: VirtualMachinePlan): string[] {
  return [
    ...(resourceGroup.isNew ? ['Microsoft.Resources/subscriptions/resourceGroups/write'] : []),
    'Microsoft.Resources/deployments/write',
    ...(network.type === 'New' ? ['Microsoft.Network/virtualNetworks/write'] : []),
    ...(publicIpAddress ? ['Microsoft.Network/publicIPAddresses/write'] : []),
    'Microsoft.Network/networkSecurityGroups/write',
    'Microsoft.Network/networkInterfaces/write',
    'Microsoft.Compute/virtualMachines/write',
  ]
}
