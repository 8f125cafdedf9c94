import type { StoredResource } from '../../store/store.ts'
import { getOperation, listBySubscriptionOperation, listOperation } from '../collections.ts'
import { guidOf } from '../guid.ts'
import { putOperation } from '../put-operation.ts'
import type { ArmOperation, ArmRequest } from '../request.ts'
import { removeOperation } from '../writing.ts'

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
  putOperation(type, ({ request, stored, named, startedAt }) => {
    const { id } = named
    const resource: StoredResource = {
      ...named,
      properties: {
        principalId: guidOf(`principal of ${id}`),
        clientId: guidOf(`client of ${id}`),
      },
      change: stored?.change ?? { state: 'Creating', startedAt, endsAt: startedAt },
    }
    request.tenant.store.put(resource)
    return {
      status: stored ? 200 : 201,
      body: identity.present(resource, request),
      headers: stored ? {} : { location: encodeURI(id) },
    }
  }),
  removeOperation(type),
]
