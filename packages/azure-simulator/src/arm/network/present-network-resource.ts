import { isJsonObject, objectsAt, textAt, type Json, type JsonObject } from '../../json.ts'
import { provisioningState, type StoredResource } from '../../store/store.ts'
import { guidOf } from '../guid.ts'
import type { ArmRequest } from '../request.ts'

// Name, description, access, priority, source, destination; as recorded.
type Rule = [string, string, 'Allow' | 'Deny', number, string, string]
const inbound: Rule[] = [
  ['AllowVnetInBound', 'from all VMs in VNET', 'Allow', 65000, 'VirtualNetwork', 'VirtualNetwork'],
  ['AllowAzureLoadBalancerInBound', 'from azure load balancer', 'Allow', 65001, 'AzureLoadBalancer', '*'],
  ['DenyAllInBound', '', 'Deny', 65500, '*', '*'],
]
const outbound: Rule[] = [
  ['AllowVnetOutBound', 'from all VMs to all VMs in VNET', 'Allow', 65000, 'VirtualNetwork', 'VirtualNetwork'],
  ['AllowInternetOutBound', 'from all VMs to Internet', 'Allow', 65001, '*', 'Internet'],
  ['DenyAllOutBound', '', 'Deny', 65500, '*', '*'],
]

/**
 * The rules that every network security group has, as its GET shows them.
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
function defaultSecurityRules(groupId: string): JsonObject[] {
  const ruleOf = (direction: 'Inbound' | 'Outbound', [name, which, access, priority, from, to]: Rule): JsonObject => {
    const traffic = `${direction.toLowerCase()} traffic`
    return {
      name,
      id: `${groupId}/defaultSecurityRules/${name}`,
      properties: {
        description: access === 'Allow' ? `Allow ${traffic} ${which}` : `Deny all ${traffic}`,
        protocol: '*',
        sourcePortRange: '*',
        destinationPortRange: '*',
        sourceAddressPrefix: from,
        destinationAddressPrefix: to,
        access,
        priority,
        direction,
      },
    }
  }
  return [...inbound.map((rule) => ruleOf('Inbound', rule)), ...outbound.map((rule) => ruleOf('Outbound', rule))]
}

/** The lists in `properties` whose items are resources themselves. */
export const parts = ['subnets', 'securityRules', 'defaultSecurityRules', 'ipConfigurations'] as const

/** Changes with the stored content: `W/"…"`, as in Azure's network resources. */
export function etagOf({ id, tags, properties }: StoredResource): string {
  return `W/"${guidOf(`${id} ${JSON.stringify([tags, properties])}`)}"`
}

/** A resource of the network as Azure shows it, with what Azure fills in. */
export function presentNetworkResource(resource: StoredResource, request: ArmRequest): JsonObject {
  const { name, id, type, location, tags, envelope } = resource
  const etag = etagOf(resource)
  const state = provisioningState(resource, request.clock.now())
  const { virtualMachine, ...stored } = resource.properties
  const properties = { ...defaultsOf(resource), ...stored }
  const machineId = textAt(virtualMachine, 'id')
  const isAttached = machineId !== undefined && request.tenant.store.get(machineId) !== undefined
  const filled = parts.flatMap((part): [string, Json][] => {
    if (!Array.isArray(properties[part])) return []
    return [[part, objectsAt(properties, part).map((item) => presentPart(item, { type, part, etag, state }))]]
  })
  return {
    name,
    id,
    etag,
    type,
    location,
    ...(tags && { tags }),
    ...(type === 'Microsoft.Network/networkInterfaces' && { kind: 'Regular' }),
    ...envelope,
    properties: {
      resourceGuid: guidOf(id),
      ...properties,
      ...Object.fromEntries(filled),
      ...(isAttached
        ? { virtualMachine, macAddress: macAddressOf(id) }
        : type === 'Microsoft.Network/networkInterfaces' && { macAddress: '', primary: undefined }),
      provisioningState: state,
    },
  }
}

interface PlaceOfPart {
  /** of the whole resource, as its provisioning state */
  type: string
  state: string
  etag: string
  /** the list with the item */
  part: string
}

/** A subnet, a rule or an IP configuration inside its resource, or by itself. */
export function presentPart(item: JsonObject, place: PlaceOfPart): JsonObject {
  const { type, part, etag, state } = place
  const within = isJsonObject(item['properties']) ? item['properties'] : {}
  return {
    ...item,
    etag,
    properties: { ...defaultsOfPart(part), ...within, provisioningState: state },
    type: `${type}/${part}`,
  }
}

function defaultsOfPart(part: string): JsonObject {
  if (part === 'subnets')
    return {
      delegations: [],
      ipamPoolPrefixAllocations: [],
      privateEndpointNetworkPolicies: 'Disabled',
      privateLinkServiceNetworkPolicies: 'Enabled',
    }
  if (part === 'ipConfigurations') return {}
  return { sourcePortRanges: [], destinationPortRanges: [], sourceAddressPrefixes: [], destinationAddressPrefixes: [] }
}

// Azure's defaults for a resource.
function defaultsOf({ id, type }: StoredResource): JsonObject {
  switch (type) {
    case 'Microsoft.Network/virtualNetworks':
      return { subnets: [], virtualNetworkPeerings: [], enableDdosProtection: false }
    case 'Microsoft.Network/networkSecurityGroups':
      return { securityRules: [], defaultSecurityRules: defaultSecurityRules(id) }
    case 'Microsoft.Network/publicIPAddresses':
      return {
        publicIPAddressVersion: 'IPv4',
        publicIPAllocationMethod: 'Dynamic',
        idleTimeoutInMinutes: 4,
        ipTags: [],
      }
    default:
      return {
        dnsSettings: {
          dnsServers: [],
          appliedDnsServers: [],
          internalDomainNameSuffix: `${guidOf(id).replaceAll('-', '').slice(0, 26)}.dx.internal.cloudapp.net`,
        },
        enableAcceleratedNetworking: false,
        enableIPForwarding: false,
        vnetEncryptionSupported: false,
        allowPort25Out: true,
        hostedWorkloads: [],
        tapConfigurations: [],
        nicType: 'Standard',
        auxiliaryMode: 'None',
        auxiliarySku: 'None',
      }
  }
}

// Of Microsoft's own range.
function macAddressOf(id: string): string {
  const digits = guidOf(id).replaceAll('-', '').slice(0, 6).toUpperCase()
  return `00-0D-3A-${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`
}
