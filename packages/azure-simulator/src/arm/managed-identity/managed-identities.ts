import { formatResourceId } from '@portal/arm'
import type { StoredResource } from '../../store/store.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  newResourceId,
  pathOf,
  requestedId,
} from '../collections.ts'
import { guidOf } from '../guid.ts'
import type { ArmOperation, ArmRequest } from '../request.ts'
import { removeOperation, requestedLocation, requestedTags } from '../writing.ts'

const type = 'Microsoft.ManagedIdentity/userAssignedIdentities'

// An identity is there at once, and has no provisioning state.
const identity = {
  type,
  present: ({ id, location, name, tags, properties }: StoredResource, { tenant }: ArmRequest) => ({
    location,
    tags: tags ?? {},
    id,
    name,
    type,
    properties: { tenantId: tenant.tenantId, ...properties },
  }),
}

/** User-assigned identities: https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities */
export const managedIdentities: ArmOperation[] = [
  getOperation(identity),
  listOperation(identity),
  listBySubscriptionOperation(identity),
  {
    method: 'PUT',
    path: pathOf(type),
    action: `${type}/write`,
    handle(request) {
      const requested = requestedId(request, type)
      const stored = request.tenant.store.get(formatResourceId(requested))
      const id = stored?.id ?? newResourceId(request, requested)
      const resource: StoredResource = {
        id,
        type,
        name: stored?.name ?? requested.names[0] ?? '',
        location: requestedLocation(request, type, stored),
        ...requestedTags(request),
        properties: {
          principalId: guidOf(`principal of ${id}`),
          clientId: guidOf(`client of ${id}`),
        },
        change: stored?.change ?? { state: 'Creating', startedAt: request.clock.now(), endsAt: request.clock.now() },
      }
      request.tenant.store.put(resource)
      return {
        status: stored ? 200 : 201,
        body: identity.present(resource, request),
        headers: stored ? {} : { location: encodeURI(id) },
      }
    },
  },
  removeOperation(type),
]
