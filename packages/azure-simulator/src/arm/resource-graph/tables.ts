import { regionName } from '@portal/arm'
import { spend } from '../../budget/work-budget.ts'
import { isJsonObject, objectsAt, textAt, type Json } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { isAllowed } from '../authorization/access.ts'
import { readable } from '../collections.ts'
import { presentImageVersion } from '../compute/image-version/image-version-body.ts'
import { instanceType } from '../compute/scale-set/scale-set-model.ts'
import { presentResource } from '../present-resource.ts'
import type { ArmRequest } from '../request.ts'
import { resourceGroupType } from '../resources/resource-groups.ts'
import { isProxy } from '../resources/resources.ts'
import { InvalidQuery } from './invalid-query.ts'
import type { Tables } from './query.ts'
import { authorizationRows } from './tables/authorization-resources.ts'
import { policyRows } from './tables/policy-resources.ts'
import { changeRows } from './tables/resource-changes.ts'
import type { Row } from './values.ts'

/**
 * The tables as the caller sees them, of those subscriptions.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export function tablesFor(request: ArmRequest, subscriptionIds: string[]): Tables {
  return ({ name, types, columns: wanted }) => {
    switch (name.toLowerCase()) {
      case 'resources': {
        const made = columns.filter((column) => wanted?.has(column) ?? true)
        const found = resourcesIn(request, subscriptionIds, types)
        return { columns, rows: resourceRows(found, made, request) }
      }
      case 'computeresources': {
        const made = columns.filter((column) => wanted?.has(column) ?? true)
        const found = instancesIn(request, subscriptionIds, types)
        return { columns, rows: resourceRows(found, made, request) }
      }
      case 'resourcecontainers':
        return { columns, rows: subscriptionIds.flatMap((subscriptionId) => containerRows(subscriptionId, request)) }
      case 'resourcechanges':
        return { columns, rows: changeRows(request, subscriptionIds) }
      case 'authorizationresources':
        return { columns, rows: authorizationRows(request, subscriptionIds) }
      case 'policyresources':
        return { columns, rows: policyRows(request, subscriptionIds) }
      default:
        throw new InvalidQuery(`The table '${name}' is not supported.`)
    }
  }
}

/** Those that the caller can read, of some types or of all. */
function resourcesIn(request: ArmRequest, subscriptionIds: string[], types: string[] | undefined): StoredResource[] {
  const { store } = request.tenant
  const found = subscriptionIds.flatMap((subscriptionId) => {
    const scope = `/subscriptions/${subscriptionId}`
    return types === undefined ? store.list(scope) : types.flatMap((type) => store.list(scope, type))
  })
  return readable(request, found).filter(({ type }) => type !== resourceGroupType && !isProxy(type))
}

/** The instances of uniform scale sets that the caller can read. */
function instancesIn(request: ArmRequest, subscriptionIds: string[], types: string[] | undefined): StoredResource[] {
  if (types?.some((type) => type.toLowerCase() === instanceType.toLowerCase()) === false) return []
  const { store } = request.tenant
  return readable(
    request,
    subscriptionIds.flatMap((subscriptionId) => store.list(`/subscriptions/${subscriptionId}`, instanceType)),
  )
}

// Of these tables. Whatever a resource lacks is there all the same, empty.
const cells: Record<string, (resource: StoredResource, request: ArmRequest) => Json | undefined> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  type: ({ type }) => type.toLowerCase(),
  tenantId: (_, { tenant }) => tenant.tenantId,
  kind: ({ envelope }) => envelope?.['kind'] ?? '',
  location: ({ location }) => regionName(location),
  resourceGroup: ({ id }) => id.split('/')[4]?.toLowerCase() ?? '',
  subscriptionId: ({ id }) => id.split('/')[2] ?? '',
  managedBy: ({ envelope }) => envelope?.['managedBy'] ?? '',
  sku: ({ envelope }) => envelope?.['sku'],
  plan: ({ envelope }) => envelope?.['plan'],
  properties: propertiesOf,
  tags: ({ tags }) => tags,
  identity: ({ envelope }) => envelope?.['identity'],
  zones: ({ envelope }) => envelope?.['zones'],
  extendedLocation: () => null,
}
const columns = Object.keys(cells)

// One by one: the query keeps few of them.
function* resourceRows(resources: StoredResource[], names: string[], request: ArmRequest): Iterable<Row> {
  for (const resource of resources) yield resourceRow(resource, names, request)
}

function resourceRow(resource: StoredResource, names: string[], request: ArmRequest): Row {
  const row: Row = {}
  spend(10 + names.length)
  for (const name of names) row[name] = cells[name]?.(resource, request) ?? null
  return row
}

function propertiesOf(resource: StoredResource, request: ArmRequest): Json | undefined {
  const { properties } =
    resource.type === 'Microsoft.Compute/galleries/images/versions'
      ? presentImageVersion(resource, { ...request, query: {} })
      : presentResource(resource, request.clock.now())
  const powerState = objectsAt(resource.instanceView, 'statuses').find((status) =>
    textAt(status, 'code')?.startsWith('PowerState/'),
  )
  if (powerState === undefined) return properties
  const { hyperVGeneration, osName, osVersion } = resource.instanceView ?? {}
  const instanceView = { hyperVGeneration, osName, osVersion, powerState }
  return { ...(isJsonObject(properties) && properties), extended: { instanceView } }
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
