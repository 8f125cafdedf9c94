import { type MachineDefinition, toVirtualMachineTemplate, type VirtualMachinePlan } from '@portal/virtual-machine'
import type { Deployment } from './deployment.ts'
import { machinePlaces } from './machine-places.ts'

/** The deployment that creates the machine, with a placeholder in angle brackets for what is not chosen yet. */
export function deploymentOfMachine(plan: VirtualMachinePlan, definition: MachineDefinition): Deployment {
  const name = plan.name || '<virtual machine>'
  const filled: VirtualMachinePlan = {
    ...plan,
    name,
    location: plan.location || '<location>',
    size: plan.size || '<size>',
    adminUsername: plan.adminUsername || '<administrator>',
    network: withPlaceholders(plan.network),
  }
  const template = toVirtualMachineTemplate(filled, definition)
  return {
    subscriptionId: plan.subscriptionId || '<subscription>',
    resourceGroupName: plan.resourceGroup.name || '<resource group>',
    name,
    template,
    places: machinePlaces(filled, template),
  }
}

function withPlaceholders(network: VirtualMachinePlan['network']): VirtualMachinePlan['network'] {
  if (network.type === 'Existing') return { ...network, subnetId: network.subnetId || '<subnet>' }
  return { ...network, virtualNetworkName: network.virtualNetworkName || '<virtual network>' }
}
