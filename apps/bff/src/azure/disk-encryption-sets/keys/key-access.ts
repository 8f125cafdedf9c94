import { type KeyAccess, keyUrlParts } from '@portal/disk-encryption'
import { defined } from '../../arm/wire-facts.ts'
import type { ArmRoleAssignment } from '../../subscriptions/role-assignments.ts'
import type { ReadKeyVault } from './key-vaults.ts'

const needed = ['get', 'wrapkey', 'unwrapkey']

/**
 * The access policies of a vault that matter to a set with these principals. Another principal with all required
 * permissions might be a group that the set's identity is in, unless it is in `identities`, those of sets.
 */
export function policyAccess(
  { properties }: Pick<ReadKeyVault, 'properties'>,
  principals: readonly string[],
  identities: ReadonlySet<string>,
): KeyAccess {
  const policies = (properties.accessPolicies ?? [])
    .map(({ objectId, permissions }) => ({ objectId, keys: (permissions.keys ?? []).map((key) => key.toLowerCase()) }))
    .filter(({ objectId, keys }) => {
      if (identities.has(objectId)) return principals.includes(objectId)
      return keys.includes('all') || needed.every((permission) => keys.includes(permission))
    })
  return { type: 'AccessPolicies', policies }
}

/** Who wants to use which key. */
interface KeyUse {
  principals: readonly string[]
  vaultId: string
  keyUrl: string
}

/** The role assignments that matter to a set: of its principals and of groups, at the key, its vault or above. */
export function roleAccess(
  assignments: readonly ArmRoleAssignment[],
  { principals, vaultId, keyUrl }: KeyUse,
): KeyAccess {
  const keyId = `${vaultId}/keys/${keyUrlParts(keyUrl)?.keyName ?? ''}`
  const isAtOrBelow = (inner: string, outer: string) => `${inner}/`.toLowerCase().startsWith(`${outer}/`.toLowerCase())
  // ARM also returns assignments below the vault; of these, only this key's count.
  const counts = (scope: string) => !isAtOrBelow(scope, vaultId) || isAtOrBelow(keyId, scope)
  return {
    type: 'RoleAssignments',
    assignments: assignments
      .filter(({ principalId, principalType }) => principals.includes(principalId) || principalType === 'Group')
      .filter(({ scope }) => counts(scope))
      .map(({ principalId, principalType, roleDefinitionId, scope, createdOn }) => ({
        principalId,
        principalType: principalType ?? '',
        roleId: roleDefinitionId.split('/').at(-1) ?? '',
        scope,
        ...defined({ createdOn }),
      })),
  }
}

/** Whether an assignment at the scope can matter to a vault: above it, at it, or below. */
export function concerns(scope: string, vaultId: string): boolean {
  const [inner, outer] = [`${vaultId}/`.toLowerCase(), `${scope}/`.toLowerCase().replace(/^\/+$/, '/')]
  return isAbove(scope) || inner.startsWith(outer) || outer.startsWith(inner)
}

/** Whether the scope is a management group: which of them are above a subscription, its ID does not say. */
export function isAbove(scope: string): boolean {
  return scope.toLowerCase().startsWith('/providers/microsoft.management/')
}
