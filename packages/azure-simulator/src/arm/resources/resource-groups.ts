import type { JsonObject } from '../../json.ts'
import { provisioningState, type StoredResource } from '../../store/store.ts'
import { isAllowed } from '../authorization/access.ts'
import { presentedPage } from '../collections.ts'
import { ArmRefusal, fromGateway, resourceGroupNotFound } from '../errors.ts'
import { assertSigned, signedUrl } from '../gateway/signed-url.ts'
import { durationOf } from '../operations.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { requestedLocation, requestedTags } from '../writing.ts'

export const resourceGroupType = 'Microsoft.Resources/resourceGroups'
const path = '/subscriptions/:subscriptionId/resourceGroups/:resourceGroupName'

// Older API versions do not return the type.
function presentGroup(group: StoredResource, { clock, apiVersion }: ArmRequest): JsonObject {
  const { id, name, type, location, tags, envelope } = group
  const now = clock.now()
  return {
    id,
    name,
    ...(apiVersion >= '2019-05-01' && { type }),
    location,
    ...envelope,
    ...(tags && { tags }),
    properties: { provisioningState: provisioningState(group, now) },
  }
}

function requestedGroupId(request: ArmRequest): string {
  return `/subscriptions/${parameter(request, 'subscriptionId').toLowerCase()}/resourceGroups/${parameter(request, 'resourceGroupName')}`
}

/**
 * Synchronous, except the deletion, which also deletes the group's resources:
 * https://learn.microsoft.com/rest/api/resources/resource-groups
 */
export const resourceGroups: ArmOperation[] = [
  operation('GET /subscriptions/:subscriptionId/resourceGroups', undefined, (request) => {
    const all = request.tenant.store.list(`/subscriptions/${parameter(request, 'subscriptionId')}`, resourceGroupType)
    const visible = all.filter(({ id }) =>
      isAllowed(request.tenant, request.caller, {
        action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
        scope: id,
      }),
    )
    return presentedPage(request, visible, (group) => presentGroup(group, request))
  }),
  // Before GET, which would answer HEAD as well.
  operation(`HEAD ${path}`, 'Microsoft.Resources/subscriptions/resourceGroups/read', (request) =>
    request.tenant.store.get(requestedGroupId(request)) ? { status: 204 } : { status: 404, headers: fromGateway },
  ),
  operation(`GET ${path}`, 'Microsoft.Resources/subscriptions/resourceGroups/read', (request) => {
    const group = request.tenant.store.get(requestedGroupId(request))
    if (group === undefined) throw resourceGroupNotFound(parameter(request, 'resourceGroupName'))
    return { status: 200, body: presentGroup(group, request) }
  }),
  operation(`PUT ${path}`, 'Microsoft.Resources/subscriptions/resourceGroups/write', (request) => {
    const id = requestedGroupId(request)
    const stored = request.tenant.store.get(id)
    const location = requestedLocation(request, resourceGroupType, stored)
    const name = parameter(request, 'resourceGroupName')
    // The manager of the group on behalf of another, set once.
    const { managedBy } = request.body
    const group: StoredResource = {
      id,
      type: resourceGroupType,
      name,
      properties: {},
      ...(typeof managedBy === 'string' && { envelope: { managedBy } }),
      ...stored,
      location,
      ...requestedTags(request),
    }
    request.tenant.store.put(group)
    return { status: stored ? 200 : 201, body: presentGroup(group, request) }
  }),
  operation(`PATCH ${path}`, 'Microsoft.Resources/subscriptions/resourceGroups/write', (request) => {
    const stored = request.tenant.store.get(requestedGroupId(request))
    if (stored === undefined) throw resourceGroupNotFound(parameter(request, 'resourceGroupName'))
    const group: StoredResource = { ...stored, ...requestedTags(request) }
    request.tenant.store.put(group)
    return { status: 200, body: presentGroup(group, request) }
  }),
  operation(`DELETE ${path}`, 'Microsoft.Resources/subscriptions/resourceGroups/delete', (request) => {
    const group = request.tenant.store.get(requestedGroupId(request))
    if (group === undefined) throw resourceGroupNotFound(parameter(request, 'resourceGroupName'))
    const startedAt = request.clock.now()
    const endsAt = group.change?.state === 'Deleting' ? group.change.endsAt : startedAt + durationOf.resourceGroupDelete
    request.tenant.store.put({ ...group, change: { state: 'Deleting', startedAt, endsAt } })
    return deleting(request, group.name)
  }),
  operation('GET /subscriptions/:subscriptionId/operationresults/:token', undefined, (request) => {
    assertSigned(request)
    const name = Buffer.from(parameter(request, 'token'), 'base64url').toString()
    const group = `/subscriptions/${parameter(request, 'subscriptionId').toLowerCase()}/resourceGroups/${name}`
    const found = request.tenant.store.get(group)
    if (found === undefined) return { status: 200 }
    if (found.change?.state === 'Deleting') return deleting(request, name)
    throw new ArmRefusal(404, { code: 'NotFound', message: 'The operation result was not found.' })
  }),
]

// Each response but the last says where and when to poll again.
function deleting(request: ArmRequest, name: string): ArmReply {
  const token = Buffer.from(name).toString('base64url')
  const path = `/subscriptions/${parameter(request, 'subscriptionId')}/operationresults/${token}`
  const at = { origin: request.origin, path, query: { 'api-version': request.apiVersion } }
  return {
    status: 202,
    headers: {
      location: signedUrl(at, request.clock.now()),
      'retry-after': (request.retryAfter ?? 15).toString(),
    },
  }
}
