import { apiVersions } from '@portal/arm'
import type { Permission } from '@portal/portal-api'
import * as z from 'zod/mini'
import { allOf, unlessHidden } from './answered.ts'
import { armUrl, listAt } from './arm-request.ts'
import type { Azure } from './clients.ts'

const armPermission = z.object({
  actions: z.nullish(z.array(z.string())),
  notActions: z.nullish(z.array(z.string())),
})
type ArmPermission = z.output<typeof armPermission>

/** Tells of each action whether the caller may do it at a resource. https://learn.microsoft.com/rest/api/authorization/permissions */
export async function permissionsAt(azure: Azure, scope: string): Promise<(action: string) => Permission> {
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/permissions`, {
    'api-version': apiVersions.roleAssignments.version,
  })
  const permissions = await unlessHidden(allOf(armPermission, listAt(azure, url)))
  return (action) => {
    if (permissions === undefined) return 'unknown'
    return permissions.some((each) => holds(each, action)) ? 'allowed' : 'forbidden'
  }
}

// What one role leaves out, another may give.
function holds({ actions, notActions }: ArmPermission, action: string): boolean {
  const names = (patterns: string[] | null | undefined) => (patterns ?? []).some((pattern) => matches(pattern, action))
  return names(actions) && !names(notActions)
}

// https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format
function matches(pattern: string, action: string): boolean {
  const expression = pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*')
  return new RegExp(`^${expression}$`, 'i').test(action)
}
