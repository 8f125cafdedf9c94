import { computeRoles } from './roles/compute-roles.ts'
import { keyVaultRoles } from './roles/key-vault-roles.ts'
import { privilegedRoles } from './roles/privileged-roles.ts'
import type { RoleDefinition } from './roles/role-definition.ts'

const definitions = { ...privilegedRoles, ...computeRoles, ...keyVaultRoles }

export type RoleName = keyof typeof definitions

/**
 * Azure's built-in roles, as far as they matter here:
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const builtInRoles: Record<RoleName, RoleDefinition> = definitions

/** The names of the roles above. */
export function roleNames(): RoleName[] {
  return Object.keys(builtInRoles).filter((name): name is RoleName => name in builtInRoles)
}
