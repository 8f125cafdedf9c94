import { apiVersions, resourceIdCall, type TemplateResource } from '@portal/arm'
import type { ImageDefinition } from '@portal/gallery'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

const apiVersion = apiVersions.networks.version
const networkType = 'Microsoft.Network/virtualNetworks'
const securityGroupType = 'Microsoft.Network/networkSecurityGroups'
const addressType = 'Microsoft.Network/publicIPAddresses'
const interfaceType = 'Microsoft.Network/networkInterfaces'

/** The network resources of a machine, and the expression of its network interface's ID. */
export interface MachineNetwork {
  resources: TemplateResource[]
  interfaceId: string
}

/**
 * A network interface in the chosen subnet, protected by its own network security group, with a public address if
 * requested.
 */
export function machineNetwork(plan: VirtualMachinePlan, osType: ImageDefinition['osType']): MachineNetwork {
  const { name: machine, location, network } = plan
  const securityGroup = `${machine}-nsg`
  const address = `${machine}-ip`
  const networkInterface = `${machine}-nic`
  const idOf = (type: string, name: string) => `[${resourceIdCall(type, name)}]`
  const subnetId =
    network.type === 'Existing'
      ? network.subnetId
      : `[${resourceIdCall(`${networkType}/subnets`, network.virtualNetworkName, network.subnetName)}]`
  const resources: TemplateResource[] = [
    {
      type: securityGroupType,
      apiVersion,
      name: securityGroup,
      location,
      properties: { securityRules: plan.inboundManagement ? [managementRule(osType)] : [] },
    },
    ...(network.type === 'New'
      ? [
          {
            type: networkType,
            apiVersion,
            name: network.virtualNetworkName,
            location,
            properties: {
              addressSpace: { addressPrefixes: [network.addressPrefix] },
              // Stated in any case: the default depends on the API version.
              // https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
              subnets: [
                {
                  name: network.subnetName,
                  properties: {
                    addressPrefix: network.subnetAddressPrefix,
                    defaultOutboundAccess: network.defaultOutboundAccess,
                  },
                },
              ],
            },
          },
        ]
      : []),
    ...(plan.publicIpAddress
      ? [
          {
            type: addressType,
            apiVersion,
            name: address,
            location,
            sku: { name: 'Standard' },
            properties: { publicIPAllocationMethod: 'Static' },
          },
        ]
      : []),
  ]
  const interfaceResource: TemplateResource = {
    type: interfaceType,
    apiVersion,
    name: networkInterface,
    location,
    dependsOn: resources.map(({ type, name }) => idOf(type, name)),
    properties: {
      ipConfigurations: [
        {
          name: 'ipconfig1',
          properties: {
            subnet: { id: subnetId },
            privateIPAllocationMethod: 'Dynamic',
            ...(plan.publicIpAddress && { publicIPAddress: { id: idOf(addressType, address) } }),
          },
        },
      ],
      networkSecurityGroup: { id: idOf(securityGroupType, securityGroup) },
    },
  }
  return { resources: [...resources, interfaceResource], interfaceId: idOf(interfaceType, networkInterface) }
}

// https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules
function managementRule(osType: ImageDefinition['osType']): object {
  const [name, destinationPortRange] = osType === 'Windows' ? ['RDP', '3389'] : ['SSH', '22']
  return {
    name,
    properties: {
      priority: 300,
      direction: 'Inbound',
      access: 'Allow',
      protocol: 'Tcp',
      sourceAddressPrefix: '*',
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange,
    },
  }
}
