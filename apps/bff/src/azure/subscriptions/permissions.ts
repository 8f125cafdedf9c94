import { apiVersions } from '@portal/arm'
import type { Permission } from '@portal/portal-api'
import { matchesPattern } from '@portal/version-update'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, unlessHidden } from '../arm/sdk-answers.ts'

/** What a role allows, as ARM answers it. */
export const armPermission = z.object({
  actions: z.nullish(z.array(z.string())),
  notActions: z.nullish(z.array(z.string())),
  dataActions: z.nullish(z.array(z.string())),
  notDataActions: z.nullish(z.array(z.string())),
})
type ArmPermission = z.output<typeof armPermission>

/** Says for an action, or for a data action (`'dataActions'`), whether the caller has permission. */
export type PermissionFor = (action: string, kind?: 'actions' | 'dataActions') => Permission

/** The caller's permissions on a resource. https://learn.microsoft.com/rest/api/authorization/permissions */
export async function permissionsAt(azure: Azure, scope: string): Promise<PermissionFor> {
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/permissions`, {
    'api-version': apiVersions.roleAssignments.version,
  })
  const permissions = await unlessHidden(allOf(armPermission, listAt(azure, url)))
  return (action, kind) => {
    if (permissions === undefined) return 'unknown'
    return isHeldBy(permissions, action, kind) ? 'allowed' : 'forbidden'
  }
}

/** Whether the permissions of roles have an action, or a data action. */
export function isHeldBy(permissions: readonly ArmPermission[], ...asked: Parameters<PermissionFor>): boolean {
  return permissions.some((each) => holds(each, ...asked))
}

// What one role excludes, another can grant. Whoever defines a role writes its patterns: they become no regular
// expression. https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format
function holds(permission: ArmPermission, action: string, kind: 'actions' | 'dataActions' = 'actions'): boolean {
  const names = (patterns: string[] | null | undefined) =>
    (patterns ?? []).some((pattern) => matchesPattern(action, pattern))
  return names(permission[kind]) && !names(permission[kind === 'actions' ? 'notActions' : 'notDataActions'])
}
