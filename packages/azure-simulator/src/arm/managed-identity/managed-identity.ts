import { randomUUID } from 'node:crypto'
import { isJsonObject, textAt, valueAt, type Json, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { ArmRefusal, invalidParameter } from '../errors.ts'
import type { ArmRequest } from '../request.ts'

/**
 * The stored `identity` of a resource: with new object IDs, existing ones kept; undefined once it is `None`. Throws 400
 * for a new resource without one, and for a user-assigned identity that does not exist.
 * https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview
 */
export function managedIdentity(request: ArmRequest, stored: StoredResource | undefined): JsonObject | undefined {
  const sent = request.body['identity']
  const before = stored?.envelope?.['identity']
  if (!isJsonObject(sent)) {
    if (stored === undefined) throw invalidParameter("Required parameter 'ResourceIdentity' is missing (null).")
    return isJsonObject(before) ? before : undefined
  }
  const type = textAt(sent, 'type') ?? ''
  if (type === 'None') return undefined
  return {
    type,
    ...(/SystemAssigned/i.test(type) && {
      principalId: textAt(before, 'principalId') ?? randomUUID(),
      tenantId: request.tenant.tenantId,
    }),
    ...(/UserAssigned/i.test(type) && {
      userAssignedIdentities: userAssigned(request, valueAt(sent, 'userAssignedIdentities')),
    }),
  }
}

function userAssigned({ tenant }: ArmRequest, sent: Json | undefined): JsonObject {
  const ids = Object.keys(isJsonObject(sent) ? sent : {})
  return Object.fromEntries(
    ids.map((id) => {
      const found = tenant.store.get(id)
      if (found?.type !== 'Microsoft.ManagedIdentity/userAssignedIdentities')
        throw new ArmRefusal(400, {
          code: 'FailedIdentityOperation',
          message: `Identity operation failed: the user assigned identity '${id}' was not found.`,
        })
      const { principalId, clientId } = found.properties
      return [id, { principalId, clientId }]
    }),
  )
}
