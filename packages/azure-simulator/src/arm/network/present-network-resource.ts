import { isJsonObject, objectsAt, textAt, type Json, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { guidOf } from '../guid.ts'
import type { ArmRequest } from '../request.ts'

/** The lists in `properties` whose items are resources themselves. */
export const parts = ['subnets', 'securityRules', 'ipConfigurations'] as const

/** Changes with the stored content: `W/"…"`, as in Azure's network resources. */
export function etagOf({ id, tags, properties }: StoredResource): string {
  return `W/"${guidOf(`${id} ${JSON.stringify([tags, properties])}`)}"`
}

/** A resource of the network as Azure shows it, with what Azure fills in. */
export function presentNetworkResource(resource: StoredResource, request: ArmRequest): JsonObject {
  const { name, id, type, location, tags, envelope } = resource
  const etag = etagOf(resource)
  const { virtualMachine, ...properties } = resource.properties
  const machineId = textAt(virtualMachine, 'id')
  const isAttached = machineId !== undefined && request.tenant.store.get(machineId) !== undefined
  const filled = parts.flatMap((part): [string, Json][] => {
    if (!Array.isArray(properties[part])) return []
    return [[part, objectsAt(properties, part).map((item) => presentPart(item, { type, part, etag }))]]
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
      ...defaultsOf(resource),
      ...properties,
      ...Object.fromEntries(filled),
      ...(isAttached
        ? { virtualMachine, macAddress: macAddressOf(id) }
        : type === 'Microsoft.Network/networkInterfaces' && { macAddress: '', primary: undefined }),
      // Of a body that was read before it was sent.
      provisioningState: 'Succeeded',
    },
  }
}

/** A subnet, a rule or an IP configuration inside its resource, or by itself. */
export function presentPart(item: JsonObject, place: { type: string; part: string; etag: string }): JsonObject {
  const { type, part, etag } = place
  const within = isJsonObject(item['properties']) ? item['properties'] : {}
  const policies = part === 'subnets' && {
    delegations: [],
    ipamPoolPrefixAllocations: [],
    privateEndpointNetworkPolicies: 'Disabled',
    privateLinkServiceNetworkPolicies: 'Enabled',
  }
  return {
    ...item,
    etag,
    properties: { ...policies, ...within, provisioningState: 'Succeeded' },
    type: `${type}/${part}`,
  }
}

// Azure's defaults for a resource.
function defaultsOf({ id, type }: StoredResource): JsonObject {
  switch (type) {
    case 'Microsoft.Network/virtualNetworks':
      return { subnets: [], virtualNetworkPeerings: [], enableDdosProtection: false }
    case 'Microsoft.Network/networkSecurityGroups':
      return { securityRules: [] }
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
