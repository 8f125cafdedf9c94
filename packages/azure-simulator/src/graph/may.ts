import type { Tenant } from '../world.ts'
import type { GraphCaller, GraphOperation } from './request.ts'

// A delegated permission is required, and the user's own permissions limit it.
const readScopes = [
  'Directory.AccessAsUser.All',
  'Directory.Read.All',
  'Application.Read.All',
  'Application.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
]
const writeScopes = ['Directory.AccessAsUser.All', 'Application.ReadWrite.All']

/**
 * Whether the caller has permission: users read the directory, guests only themselves, and Application Administrators
 * write; a program needs that role for both. https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export function mayCall(tenant: Tenant, caller: GraphCaller, { demands, path }: GraphOperation): boolean {
  if (demands === 'signed in') return true
  const isAdministrator = tenant.applicationAdministrators.includes(caller.objectId)
  if (caller.isApplication) return isAdministrator
  const isGuest = tenant.users.some(({ id, home }) => id === caller.objectId && home !== undefined)
  const holds = (scopes: string[]) => caller.scopes.some((scope) => scopes.includes(scope))
  if (demands === 'reader of the directory') return !isGuest && holds(readScopes)
  const isAboutGrants = path.startsWith('oauth2permissiongrants')
  return (
    isAdministrator && holds(isAboutGrants ? [...writeScopes, 'DelegatedPermissionGrant.ReadWrite.All'] : writeScopes)
  )
}
