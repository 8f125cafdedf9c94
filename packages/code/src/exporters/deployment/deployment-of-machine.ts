import type { DeploymentTemplate } from '@portal/arm'
import type { IssuePath } from '@portal/image-version'
import { type MachineDefinition, toVirtualMachineTemplate, type VirtualMachinePlan } from '@portal/virtual-machine'
import type { ShownPart } from '../shown/shown-parts.ts'
import type { Deployment } from './deployment.ts'

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
    shownParts: machineParts(filled, template),
  }
}

function withPlaceholders(network: VirtualMachinePlan['network']): VirtualMachinePlan['network'] {
  if (network.type === 'Existing') return { ...network, subnetId: network.subnetId || '<subnet>' }
  return { ...network, virtualNetworkName: network.virtualNetworkName || '<virtual network>' }
}

/** Where the template of a machine shows the fields of its plan. */
function machineParts(plan: VirtualMachinePlan, { resources }: DeploymentTemplate): ShownPart[] {
  const partsIn = (type: string, parts: ShownPart[]): ShownPart[] =>
    resources.flatMap((resource, index) =>
      resource.type === type ? parts.map(({ part, path }) => ({ part: ['resources', index, ...part], path })) : [],
    )
  return [
    ...resources.map((_, index) => ({ part: ['resources', index, 'location'], path: ['location'] })),
    ...partsIn('Microsoft.Network/virtualNetworks', networkParts),
    ...partsIn('Microsoft.Network/publicIPAddresses', [{ part: [], path: ['publicIpAddress'] }]),
    ...partsIn('Microsoft.Network/networkSecurityGroups', [
      { part: ['properties', 'securityRules'], path: ['inboundManagement'] },
    ]),
    ...partsIn('Microsoft.Network/networkInterfaces', [
      { part: ['properties', 'ipConfigurations', 0, 'properties', 'subnet'], path: ['network', 'subnetId'] },
    ]),
    ...partsIn('Microsoft.Compute/virtualMachines', [
      ...ownParts,
      ...diskParts(['osDisk'], ['osDisk']),
      ...plan.dataDisks.flatMap(({ lun }, index) => diskParts(['dataDisks', index], ['dataDisks', lun])),
    ]),
  ]
}

const networkParts: ShownPart[] = [
  { part: ['name'], path: ['network', 'virtualNetworkName'] },
  { part: ['properties', 'addressSpace'], path: ['network', 'addressPrefix'] },
  { part: ['properties', 'subnets', 0, 'name'], path: ['network', 'subnetName'] },
  { part: ['properties', 'subnets', 0, 'properties', 'addressPrefix'], path: ['network', 'subnetAddressPrefix'] },
  {
    part: ['properties', 'subnets', 0, 'properties', 'defaultOutboundAccess'],
    path: ['network', 'defaultOutboundAccess'],
  },
]

const ofSecurity = (...part: string[]) => ['properties', 'securityProfile', ...part]
const ofConfidentialDisk = (...part: string[]) => [
  'properties',
  'storageProfile',
  'osDisk',
  'managedDisk',
  'securityProfile',
  ...part,
]

const ownParts: ShownPart[] = [
  { part: ['name'], path: ['name'] },
  { part: ['tags'], path: ['tags'] },
  { part: ['plan'], path: ['purchasePlan'] },
  { part: ['properties', 'hardwareProfile'], path: ['size'] },
  { part: ['properties', 'osProfile'], path: ['adminSecret'] },
  { part: ['properties', 'osProfile', 'adminUsername'], path: ['adminUsername'] },
  { part: ofSecurity('securityType'), path: ['securityType'] },
  { part: ofSecurity('uefiSettings', 'secureBootEnabled'), path: ['secureBoot'] },
  { part: ofSecurity('uefiSettings', 'vTpmEnabled'), path: ['vTpm'] },
  { part: ofSecurity('encryptionAtHost'), path: ['encryptionAtHost'] },
  { part: ofConfidentialDisk('securityEncryptionType'), path: ['securityEncryptionType'] },
  { part: ofConfidentialDisk('diskEncryptionSet'), path: ['secureVMDiskEncryptionSetId'] },
]

function diskParts(below: (string | number)[], path: IssuePath): ShownPart[] {
  const part = ['properties', 'storageProfile', ...below]
  return [
    { part, path },
    { part: [...part, 'managedDisk', 'storageAccountType'], path: [...path, 'storageAccountType'] },
    { part: [...part, 'managedDisk', 'diskEncryptionSet'], path: [...path, 'diskEncryptionSetId'] },
  ]
}
