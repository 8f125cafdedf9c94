import { isJsonObject, objectsAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'

/** Whether an access policy of the vault gives `principalId` that permission on keys; `all` includes each. */
export function hasKeyPolicy(vault: StoredResource, principalId: string, permission: string): boolean {
  return objectsAt(vault.properties, 'accessPolicies').some(({ objectId, permissions }) => {
    const given = isJsonObject(permissions) && Array.isArray(permissions['keys']) ? permissions['keys'] : []
    return (
      objectId === principalId &&
      given.some((held) => typeof held === 'string' && ['all', permission.toLowerCase()].includes(held.toLowerCase()))
    )
  })
}
