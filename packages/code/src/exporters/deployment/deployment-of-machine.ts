import type { DeploymentTemplate } from '@portal/arm'
import type { IssuePath } from '@portal/image-version'
import { type MachineDefinition, toVirtualMachineTemplate, type VirtualMachinePlan } from '@portal/virtual-machine'
import type { ShownPlace } from '../shown/shown-places.ts'
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
    places: machinePlaces(filled, template),
  }
}

function withPlaceholders(network: VirtualMachinePlan['network']): VirtualMachinePlan['network'] {
  if (network.type === 'Existing') return { ...network, subnetId: network.subnetId || '<subnet>' }
  return { ...network, virtualNetworkName: network.virtualNetworkName || '<virtual network>' }
}

/** Where the template of a machine shows the fields of its plan. */
function machinePlaces(plan: VirtualMachinePlan, { resources }: DeploymentTemplate): ShownPlace[] {
  const placesIn = (type: string, places: ShownPlace[]): ShownPlace[] =>
    resources.flatMap((resource, index) =>
      resource.type === type ? places.map(({ place, path }) => ({ place: ['resources', index, ...place], path })) : [],
    )
  return [
    ...resources.map((_, index) => ({ place: ['resources', index, 'location'], path: ['location'] })),
    ...placesIn('Microsoft.Network/virtualNetworks', networkPlaces),
    ...placesIn('Microsoft.Network/publicIPAddresses', [{ place: [], path: ['publicIpAddress'] }]),
    ...placesIn('Microsoft.Network/networkSecurityGroups', [
      { place: ['properties', 'securityRules'], path: ['inboundManagement'] },
    ]),
    ...placesIn('Microsoft.Network/networkInterfaces', [
      { place: ['properties', 'ipConfigurations', 0, 'properties', 'subnet'], path: ['network', 'subnetId'] },
    ]),
    ...placesIn('Microsoft.Compute/virtualMachines', [
      ...ownPlaces,
      ...diskPlaces(['osDisk'], ['osDisk']),
      ...plan.dataDisks.flatMap(({ lun }, index) => diskPlaces(['dataDisks', index], ['dataDisks', lun])),
    ]),
  ]
}

const networkPlaces: ShownPlace[] = [
  { place: ['name'], path: ['network', 'virtualNetworkName'] },
  { place: ['properties', 'addressSpace'], path: ['network', 'addressPrefix'] },
  { place: ['properties', 'subnets', 0, 'name'], path: ['network', 'subnetName'] },
  { place: ['properties', 'subnets', 0, 'properties', 'addressPrefix'], path: ['network', 'subnetAddressPrefix'] },
  {
    place: ['properties', 'subnets', 0, 'properties', 'defaultOutboundAccess'],
    path: ['network', 'defaultOutboundAccess'],
  },
]

const ofSecurity = (...place: string[]) => ['properties', 'securityProfile', ...place]
const ofConfidentialDisk = (...place: string[]) => [
  'properties',
  'storageProfile',
  'osDisk',
  'managedDisk',
  'securityProfile',
  ...place,
]

const ownPlaces: ShownPlace[] = [
  { place: ['name'], path: ['name'] },
  { place: ['tags'], path: ['tags'] },
  { place: ['plan'], path: ['purchasePlan'] },
  { place: ['properties', 'hardwareProfile'], path: ['size'] },
  { place: ['properties', 'osProfile'], path: ['adminSecret'] },
  { place: ['properties', 'osProfile', 'adminUsername'], path: ['adminUsername'] },
  { place: ofSecurity('securityType'), path: ['securityType'] },
  { place: ofSecurity('uefiSettings', 'secureBootEnabled'), path: ['secureBoot'] },
  { place: ofSecurity('uefiSettings', 'vTpmEnabled'), path: ['vTpm'] },
  { place: ofSecurity('encryptionAtHost'), path: ['encryptionAtHost'] },
  { place: ofConfidentialDisk('securityEncryptionType'), path: ['securityEncryptionType'] },
  { place: ofConfidentialDisk('diskEncryptionSet'), path: ['secureVMDiskEncryptionSetId'] },
]

function diskPlaces(below: (string | number)[], path: IssuePath): ShownPlace[] {
  const place = ['properties', 'storageProfile', ...below]
  return [
    { place, path },
    { place: [...place, 'managedDisk', 'storageAccountType'], path: [...path, 'storageAccountType'] },
    { place: [...place, 'managedDisk', 'diskEncryptionSet'], path: [...path, 'diskEncryptionSetId'] },
  ]
}
