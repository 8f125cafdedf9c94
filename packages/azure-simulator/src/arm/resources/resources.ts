import { textAt, type Json, type JsonObject } from '../../json.ts'
import { provisioningState, type StoredResource } from '../../store/store.ts'
import { page, readable } from '../collections.ts'
import { parameter, type ArmOperation, type ArmRequest } from '../request.ts'
import { resourceFilter } from './resource-filter.ts'
import { resourceGroupType } from './resource-groups.ts'

/** Resources of any type, in brief: https://learn.microsoft.com/rest/api/resources/resources/list */
export const resources: ArmOperation[] = [
  {
    method: 'GET',
    path: '/subscriptions/:subscriptionId/resources',
    handle: (request) => listed(request, `/subscriptions/${parameter(request, 'subscriptionId')}`),
  },
  {
    method: 'GET',
    path: '/subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/resources',
    handle: (request) =>
      listed(
        request,
        `/subscriptions/${parameter(request, 'subscriptionId')}/resourceGroups/${parameter(request, 'resourceGroupName')}`,
      ),
  },
]

function listed(request: ArmRequest, scope: string) {
  const { matches, isByTag } = resourceFilter(request.query['$filter'])
  const found = readable(request, request.tenant.store.list(scope)).filter(
    ({ type }) => type !== resourceGroupType && !isProxy(type),
  )
  const top = Number(request.query['$top'] ?? '')
  const pageSize = top > 0 ? Math.min(top, request.pageSize) : request.pageSize
  return page(
    { ...request, pageSize },
    found.filter(matches).map((resource) => presentBriefly(resource, request, isByTag)),
  )
}

/** Keys, deployments, assignments, deleted versions and uniform instances are not separate resources to ARM. */
export function isProxy(type: string): boolean {
  return [
    'Microsoft.KeyVault/vaults/',
    'Microsoft.KeyVault/locations/',
    'Microsoft.Authorization/',
    'Microsoft.Resources/deployments',
    'Microsoft.Compute/galleries/softDeletedArtifactTypes/',
    'Microsoft.EventGrid/systemTopics/',
    'Microsoft.MarketplaceOrdering/',
    'Microsoft.Compute/virtualMachineScaleSets/',
  ].some((proxies) => type.startsWith(proxies))
}

// A filter by tag returns no tags.
function presentBriefly(resource: StoredResource, request: ArmRequest, isByTag: boolean): JsonObject {
  const { id, name, type, location, tags, envelope } = resource
  const outside = ['sku', 'kind', 'zones', 'managedBy', 'identity', 'plan'].flatMap((key): [string, Json][] => {
    const value = envelope?.[key]
    return value === undefined ? [] : [[key, value]]
  })
  return {
    id,
    name,
    type,
    ...Object.fromEntries(outside),
    location,
    ...(tags && !isByTag && { tags }),
    ...expanded(resource, request),
  }
}

/** What `$expand` adds; creation times of initial resources are made up. */
function expanded(resource: StoredResource, { query, clock }: ArmRequest): JsonObject {
  const asked = new Set((query['$expand'] ?? '').split(',').map((part) => part.trim().toLowerCase()))
  const { change, properties, envelope } = resource
  const begun = change && new Date(change.startedAt).toISOString()
  const created =
    textAt(envelope, 'systemData', 'createdAt') ??
    textAt(properties, 'timeCreated') ??
    (change?.state === 'Creating' ? begun : undefined) ??
    '2025-01-01T00:00:00.000Z'
  return {
    ...(asked.has('createdtime') && { createdTime: created }),
    ...(asked.has('changedtime') && { changedTime: begun ?? created }),
    ...(asked.has('provisioningstate') && { provisioningState: provisioningState(resource, clock.now()) }),
  }
}
