import { formatResourceId, parentResourceId, type ResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, type JsonObject } from '../../json.ts'
import { provisioningState, type StoredResource } from '../../store/store.ts'
import { collectionPathOf, pathOf, requestedId, requestedResource, presentedPage } from '../collections.ts'
import { ArmRefusal, fromGateway, parentResourceNotFound } from '../errors.ts'
import { durationOf, startOperation } from '../operations.ts'
import { operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { assertIdle, requestedProperties } from '../writing.ts'
import { configurationsIn } from './interface-addresses.ts'
import { etagOf, presentPart } from './present-network-resource.ts'

const type = 'Microsoft.Network/virtualNetworks/subnets'
const networkType = 'Microsoft.Network/virtualNetworks'

// A subnet is stored inside its network, where it also appears.
interface RequestedSubnet {
  id: ResourceId
  name: string
  network: StoredResource
  /** undefined: there is none with that name */
  subnet: JsonObject | undefined
}

function requestedSubnet(request: ArmRequest): RequestedSubnet {
  const id = requestedId(request, type)
  const parent = parentResourceId(id)
  const network = parent && request.tenant.store.get(formatResourceId(parent))
  if (network === undefined) throw parentResourceNotFound(id.names[0] ?? '')
  const name = id.names[1] ?? ''
  return { id, name, network, subnet: subnetsOf(network).find((one) => isNamed(one, name)) }
}

function subnetsOf({ properties }: StoredResource): JsonObject[] {
  return objectsAt(properties, 'subnets')
}

function isNamed(subnet: JsonObject, name: string): boolean {
  return textAt(subnet, 'name')?.toLowerCase() === name.toLowerCase()
}

function propertiesOf(subnet: JsonObject | undefined): JsonObject | undefined {
  const properties = subnet?.['properties']
  return isJsonObject(properties) ? properties : undefined
}

/** The subnets that are written with their network, each as `subnetProperties`. */
export function writtenSubnets(request: ArmRequest, sent: JsonObject[], before: JsonObject[]): JsonObject[] {
  return sent.map((subnet) => {
    const known = before.find((one) => isNamed(one, textAt(subnet, 'name') ?? ''))
    return { ...subnet, properties: subnetProperties(request, propertiesOf(subnet) ?? {}, propertiesOf(known)) }
  })
}

function present(request: ArmRequest, network: StoredResource, subnet: JsonObject): JsonObject {
  const used = configurationsIn(request, textAt(subnet, 'id') ?? '').map(({ id }) => ({ id }))
  const { properties } = subnet
  const within = {
    ...(isJsonObject(properties) && properties),
    ...(used.length > 0 && { ipConfigurations: used }),
  }
  const whole = { ...subnet, properties: within }
  const state = provisioningState(network, request.clock.now())
  return presentPart(whole, { type: network.type, part: 'subnets', etag: etagOf(network), state })
}

function get(request: ArmRequest): ArmReply {
  // Without its network, the network is what is not found: recorded.
  requestedResource(request, networkType)
  const { id, name, network, subnet } = requestedSubnet(request)
  if (subnet === undefined)
    throw new ArmRefusal(
      404,
      { code: 'NotFound', message: `Resource ${formatResourceId({ ...id, names: [network.name, name] })} not found.` },
      fromGateway,
    )
  return { status: 200, body: present(request, network, subnet), headers: { etag: etagOf(network) } }
}

function put(request: ArmRequest): ArmReply {
  const { name, network, subnet: before } = requestedSubnet(request)
  assertIdle(request, network)
  const written = textAt(before, 'name') ?? name
  const properties = subnetProperties(request, requestedProperties(request), propertiesOf(before))
  const subnet = { name: written, id: `${network.id}/subnets/${written}`, properties }
  const kept = subnetsOf(network)
  const subnets = before ? kept.map((one) => (one === before ? subnet : one)) : [...kept, subnet]
  const { changed, headers } = changedNetwork(request, network, subnets)
  return { status: before ? 200 : 201, body: present(request, changed, subnet), headers }
}

/** The network with these subnets from now on, which is the operation on one of them. */
function changedNetwork(request: ArmRequest, network: StoredResource, subnets: JsonObject[]) {
  const startedAt = request.clock.now()
  const milliseconds = request.method === 'DELETE' ? durationOf.networkDelete : durationOf.networkPut
  const changed: StoredResource = {
    ...network,
    properties: { ...network.properties, subnets },
    change: { state: 'Updating', startedAt, endsAt: startedAt + milliseconds },
  }
  request.tenant.store.put(changed)
  return { changed, headers: startOperation(request, 'networkOperations', changed) }
}

function remove(request: ArmRequest): ArmReply {
  const { network, subnet } = requestedSubnet(request)
  if (subnet === undefined) return { status: 204 }
  assertIdle(request, network)
  assertUnusedSubnets(request, [subnet])
  const subnets = subnetsOf(network).filter((one) => one !== subnet)
  return { status: 202, headers: changedNetwork(request, network, subnets).headers }
}

/**
 * The properties of a subnet that is written: a new one is private from api-version 2025-07-01 on unless the request
 * says otherwise. https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
 */
function subnetProperties({ apiVersion }: ArmRequest, sent: JsonObject, before: JsonObject | undefined): JsonObject {
  const { defaultOutboundAccess } = before ?? (apiVersion >= '2025-07-01' ? { defaultOutboundAccess: false } : {})
  return { ...(defaultOutboundAccess !== undefined && { defaultOutboundAccess }), ...sent }
}

/** Throws 400 if one of the subnets has an interface. */
export function assertUnusedSubnets(request: ArmRequest, subnets: JsonObject[]): void {
  for (const subnet of subnets) {
    const [user] = configurationsIn(request, textAt(subnet, 'id') ?? '')
    if (user)
      throw new ArmRefusal(400, {
        code: 'InUseSubnetCannotBeDeleted',
        message: `Subnet ${textAt(subnet, 'name')} is in use by ${textAt(user, 'id')} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.`,
      })
  }
}

/** https://learn.microsoft.com/rest/api/virtualnetwork/subnets */
export const subnets: ArmOperation[] = [
  operation(`GET ${pathOf(type)}`, `${type}/read`, get),
  operation(`GET ${collectionPathOf(type)}`, `${type}/read`, (request) => {
    const network = requestedResource(request, networkType)
    return presentedPage(request, subnetsOf(network), (subnet) => present(request, network, subnet))
  }),
  operation(`PUT ${pathOf(type)}`, `${type}/write`, put),
  operation(`DELETE ${pathOf(type)}`, `${type}/delete`, remove),
]
