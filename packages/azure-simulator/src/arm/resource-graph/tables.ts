import { regionName } from '@portal/arm'
import { isJsonObject, objectsAt, textAt } from '../../json.ts'
import type { JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store.ts'
import { isAllowed } from '../access.ts'
import { readable } from '../collections.ts'
import { presentImageVersion } from '../image-version-body.ts'
import { presentResource } from '../present-resource.ts'
import type { ArmRequest } from '../request.ts'
import { resourceGroupType } from '../resource-groups.ts'
import { isProxy } from '../resources.ts'
import { InvalidQuery } from './invalid-query.ts'
import type { Tables } from './query.ts'
import type { Row } from './values.ts'

/**
 * The tables as the caller sees them, of those subscriptions: Resources and ResourceContainers.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export function tablesFor(request: ArmRequest, subscriptionIds: string[]): Tables {
  const { tenant } = request
  const all = (subscriptionId: string) => tenant.store.list(`/subscriptions/${subscriptionId}`)
  return (name) => {
    switch (name.toLowerCase()) {
      case 'resources':
        return {
          columns,
          rows: subscriptionIds
            .flatMap((subscriptionId) => readable(request, all(subscriptionId)))
            .filter(({ type }) => type !== resourceGroupType && !isProxy(type))
            .map((resource) => resourceRow(resource, request)),
        }
      case 'resourcecontainers':
        return { columns, rows: subscriptionIds.flatMap((subscriptionId) => containerRows(subscriptionId, request)) }
      default:
        throw new InvalidQuery(`The table '${name}' is not supported.`)
    }
  }
}

// Of both tables. Whatever a resource lacks is there all the same, empty.
const columns = [
  'id',
  'name',
  'type',
  'tenantId',
  'kind',
  'location',
  'resourceGroup',
  'subscriptionId',
  'managedBy',
  'sku',
  'plan',
  'properties',
  'tags',
  'identity',
  'zones',
  'extendedLocation',
]

function resourceRow(resource: StoredResource, request: ArmRequest): Row {
  const { id, name, type, location, tags = null, envelope = {} } = resource
  const { kind = '', managedBy = '', sku = null, plan = null, identity = null, zones = null } = envelope
  return {
    id,
    name,
    type: type.toLowerCase(),
    tenantId: request.tenant.tenantId,
    kind,
    location: regionName(location),
    resourceGroup: id.split('/')[4]?.toLowerCase() ?? '',
    subscriptionId: id.split('/')[2] ?? '',
    managedBy,
    sku,
    plan,
    properties: propertiesOf(resource, request),
    tags,
    identity,
    zones,
    extendedLocation: null,
  }
}

function propertiesOf(resource: StoredResource, request: ArmRequest): JsonObject {
  const now = request.clock.now()
  const { properties } =
    resource.type === 'Microsoft.Compute/galleries/images/versions'
      ? presentImageVersion(resource, { ...request, query: {} })
      : presentResource(resource, now)
  const powerState = objectsAt(resource.instanceView, 'statuses').find((status) =>
    textAt(status, 'code')?.startsWith('PowerState/'),
  )
  return {
    ...(isJsonObject(properties) && properties),
    ...(powerState && { extended: { instanceView: { powerState } } }),
  }
}

function containerRows(subscriptionId: string, request: ArmRequest): Row[] {
  const { tenant, caller, clock } = request
  const subscription = tenant.subscriptions.find((one) => one.subscriptionId === subscriptionId)
  const base = {
    tenantId: tenant.tenantId,
    kind: '',
    subscriptionId,
    managedBy: '',
    sku: null,
    plan: null,
    identity: null,
    zones: null,
    extendedLocation: null,
  }
  const groups = tenant.store
    .list(`/subscriptions/${subscriptionId}`, resourceGroupType)
    .filter(({ id }) =>
      isAllowed(tenant, caller, { action: 'Microsoft.Resources/subscriptions/resourceGroups/read', scope: id }),
    )
  return [
    {
      ...base,
      id: `/subscriptions/${subscriptionId}`,
      name: subscription?.displayName ?? '',
      type: 'microsoft.resources/subscriptions',
      location: '',
      resourceGroup: '',
      properties: { state: 'Enabled' },
      tags: null,
    },
    ...groups.map((group) => ({
      ...base,
      id: group.id,
      name: group.name,
      type: 'microsoft.resources/subscriptions/resourcegroups',
      location: regionName(group.location),
      resourceGroup: group.name.toLowerCase(),
      properties: presentResource(group, clock.now())['properties'],
      tags: group.tags ?? null,
    })),
  ]
}
