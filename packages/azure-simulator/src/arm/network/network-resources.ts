import { isJsonObject, objectsAt, textAt, type Json, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { getOperation, listBySubscriptionOperation, listOperation, requestedResource } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { guidOf } from '../guid.ts'
import { durationOf, startOperation } from '../operations.ts'
import { patchOperation } from '../patch-operation.ts'
import { putOperation, type Put } from '../put-operation.ts'
import type { ArmOperation, ArmReply, ArmRequest } from '../request.ts'
import { deleteOperation, assertIdle, requestedProperties } from '../writing.ts'
import { withAddresses } from './interface-addresses.ts'
import { etagOf, parts, presentNetworkResource } from './present-network-resource.ts'
import { assertUnusedSubnets, subnets, writtenSubnets } from './subnets.ts'

// A virtual machine's network resources. Nothing is connected: what was sent is stored, and each part gets its ID.
const interfaces = 'Microsoft.Network/networkInterfaces'
const networks = 'Microsoft.Network/virtualNetworks'
const addresses = 'Microsoft.Network/publicIPAddresses'
const groups = 'Microsoft.Network/networkSecurityGroups'
const types = [networks, groups, addresses, interfaces]

function reply(status: number, resource: StoredResource, request: ArmRequest): ArmReply {
  return { status, body: presentNetworkResource(resource, request), headers: { etag: etagOf(resource) } }
}

function withIds(id: string, properties: JsonObject): JsonObject {
  const filled = parts.flatMap((part): [string, JsonObject[]][] =>
    Array.isArray(properties[part])
      ? [[part, objectsAt(properties, part).map((item) => ({ ...item, id: `${id}/${part}/${textAt(item, 'name')}` }))]]
      : [],
  )
  return { ...properties, ...Object.fromEntries(filled) }
}

/** What is stored of a PUT, with Azure's addresses. */
function storedProperties(request: ArmRequest, { id, type }: { id: string; type: string }): JsonObject {
  const before = request.tenant.store.get(id)?.properties
  const sent = withIds(id, requestedProperties(request))
  // A PUT without subnets leaves them unchanged.
  if (type === networks) {
    const stored = objectsAt(before, 'subnets')
    const subnets = sent['subnets'] === undefined ? stored : writtenSubnets(request, objectsAt(sent, 'subnets'), stored)
    return { ...sent, subnets }
  }
  if (type === interfaces) {
    const { virtualMachine: _, macAddress: __, ...rest } = sent
    const { virtualMachine, primary } = before ?? {}
    return {
      ...rest,
      ipConfigurations: withAddresses(request, id, objectsAt(sent, 'ipConfigurations')),
      ...(virtualMachine !== undefined && { virtualMachine, primary }),
    }
  }
  if (type === groups) {
    // Read-only, and in the body of a client that changes what it has read.
    const { defaultSecurityRules: _, ...rest } = sent
    return rest
  }
  if (type !== addresses) return sent
  // One of SKU Standard is static in any case.
  const method = textAt(sent, 'publicIPAllocationMethod') ?? textAt(request.body, 'sku', 'name')
  const isStatic = /^sta/i.test(method ?? '')
  const { ipAddress = isStatic ? publicAddressOf(id) : undefined, ipConfiguration } = before ?? {}
  return { ...sent, publicIPAllocationMethod: isStatic ? 'Static' : 'Dynamic', ipAddress, ipConfiguration }
}

// From the documentation range: it is not assigned to anyone. https://www.rfc-editor.org/rfc/rfc5737
function publicAddressOf(id: string): string {
  return `203.0.113.${(Number.parseInt(guidOf(id).slice(0, 6), 16) % 254) + 1}`
}

/** The public addresses of an interface refer to it, and have an address from then on. */
function givePublicAddresses({ tenant }: ArmRequest, { properties }: StoredResource): void {
  for (const configuration of objectsAt(properties, 'ipConfigurations')) {
    const address = tenant.store.get(textAt(configuration, 'properties', 'publicIPAddress', 'id') ?? '')
    if (address === undefined) continue
    const ipAddress = address.properties['ipAddress'] ?? publicAddressOf(address.id)
    const ipConfiguration = { id: configuration['id'] }
    tenant.store.put({ ...address, properties: { ...address.properties, ipAddress, ipConfiguration } })
  }
}

// A public address has a SKU in any case: https://learn.microsoft.com/rest/api/virtualnetwork/public-ip-addresses
function skuOf(type: string, sent: Json | undefined): JsonObject {
  if (type === addresses) return { sku: { name: 'Basic', tier: 'Regional', ...(isJsonObject(sent) && sent) } }
  return isJsonObject(sent) ? { sku: sent } : {}
}

function putNetworkResource({ request, stored, named, changing }: Put): ArmReply {
  const { sku, zones } = request.body
  const isPut = request.method === 'PUT'
  const resource: StoredResource = {
    ...named,
    envelope: {
      ...stored?.envelope,
      ...skuOf(named.type, sku),
      ...(zones !== undefined && { zones }),
    },
    properties: storedProperties(request, named),
    // A PATCH changes tags only, and is no operation:
    // https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/update-tags
    ...(isPut && { change: { ...changing(durationOf.networkPut), state: 'Updating' } }),
  }
  request.tenant.store.put(resource)
  if (named.type === interfaces) givePublicAddresses(request, resource)
  if (!isPut) return reply(200, resource, request)
  const headers = startOperation(request, 'networkOperations', resource)
  return { status: stored ? 200 : 201, body: presentNetworkResource(resource, request), headers }
}

// https://learn.microsoft.com/troubleshoot/azure/virtual-network/virtual-network-troubleshoot-cannot-delete-vnet
function assertRemovable(request: ArmRequest, resource: StoredResource): void {
  assertIdle(request, resource)
  const { id, type, properties } = resource
  if (type === networks) assertUnusedSubnets(request, objectsAt(properties, 'subnets'))
  const machineId = textAt(properties, 'virtualMachine', 'id')
  if (machineId !== undefined && request.tenant.store.get(machineId) !== undefined)
    throw new ArmRefusal(400, {
      code: 'NicInUse',
      message: `Network Interface ${id} is used by existing resource ${machineId}. In order to delete the network interface, it must be dissociated from the resource. To learn more, see aka.ms/deletenic.`,
    })
}

function operationsOf(type: string): ArmOperation[] {
  const shown = { type, present: presentNetworkResource }
  const put = putOperation(type, putNetworkResource)
  return [
    { ...getOperation(shown), handle: (request) => reply(200, requestedResource(request, type), request) },
    listOperation(shown),
    listBySubscriptionOperation(shown),
    put,
    patchOperation(type, put.handle),
    deleteOperation({
      type,
      family: 'networkOperations',
      milliseconds: durationOf.networkDelete,
      assertDeletable: assertRemovable,
    }),
  ]
}

/** https://learn.microsoft.com/rest/api/virtualnetwork */
export const networkResources: ArmOperation[] = [...types.flatMap(operationsOf), ...subnets]
