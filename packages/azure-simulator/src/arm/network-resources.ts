import { formatResourceId } from '@portal/arm'
import { isJsonObject, textAt } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  newResourceId,
  pathOf,
  requestedId,
} from './collections.ts'
import type { ArmOperation } from './request.ts'
import { removeOperation, requestedLocation, requestedProperties, requestedTags } from './writing.ts'

// What a virtual machine needs around it. Nothing is connected: what was sent is kept, and each part gets its id.
const types = ['virtualNetworks', 'networkSecurityGroups', 'publicIPAddresses', 'networkInterfaces'].map(
  (name) => `Microsoft.Network/${name}`,
)
// The lists in `properties` whose items are resources of their own.
const parts = ['subnets', 'securityRules', 'ipConfigurations']

function withIds(id: string, properties: JsonObject): JsonObject {
  const named = (part: string, item: Json): Json => {
    if (!isJsonObject(item)) return item
    const within = isJsonObject(item['properties']) ? item['properties'] : {}
    return {
      ...item,
      id: `${id}/${part}/${textAt(item, 'name') ?? ''}`,
      properties: { ...within, provisioningState: 'Succeeded' },
    }
  }
  const filled = parts.flatMap((part): [string, Json][] => {
    const items = properties[part]
    return Array.isArray(items) ? [[part, items.map((item) => named(part, item))]] : []
  })
  return { ...properties, ...Object.fromEntries(filled) }
}

function operationsOf(type: string): ArmOperation[] {
  return [
    getOperation({ type }),
    listOperation({ type }),
    listBySubscriptionOperation({ type }),
    {
      method: 'PUT',
      path: pathOf(type),
      action: `${type}/write`,
      handle(request) {
        const requested = requestedId(request, type)
        const stored = request.tenant.store.get(formatResourceId(requested))
        const id = stored?.id ?? newResourceId(request, requested)
        const { sku } = request.body
        const resource: StoredResource = {
          id,
          type,
          name: stored?.name ?? requested.names[0] ?? '',
          location: requestedLocation(request, type, stored),
          ...requestedTags(request),
          envelope: { ...(isJsonObject(sku) && { sku }) },
          properties: withIds(id, requestedProperties(request)),
        }
        request.tenant.store.put(resource)
        const { name, location, tags, properties } = resource
        const body = { name, id, type, location, ...(tags && { tags }), properties }
        return {
          status: stored ? 200 : 201,
          body: { ...body, properties: { ...properties, provisioningState: 'Succeeded' } },
        }
      },
    },
    removeOperation(type),
  ]
}

/** https://learn.microsoft.com/rest/api/virtualnetwork */
export const networkResources: ArmOperation[] = types.flatMap(operationsOf)
