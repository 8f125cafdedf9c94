import { spend } from '../../../budget/work-budget.ts'
import { builtInRoles, roleNames, type RoleName } from '../../../built-in-roles.ts'
import { textAt } from '../../../json.ts'
import { allowedScopes } from '../../authorization/access.ts'
import { presentRoleAssignment } from '../../authorization/role-assignments.ts'
import { presentRoleDefinition } from '../../authorization/role-definitions.ts'
import type { ArmRequest } from '../../request.ts'
import type { Row } from '../values.ts'
import { emptyCells } from './empty-cells.ts'

/**
 * The table authorizationresources: the role assignments that the caller can read, and the built-in roles. An
 * assignment names its role as the role's own row does, so that the two can be joined.
 * https://learn.microsoft.com/azure/governance/resource-graph/samples/samples-by-table#authorizationresources
 */
export function authorizationRows(request: ArmRequest, subscriptionIds: string[]): Row[] {
  const { tenant, caller } = request
  const asked = new Set(subscriptionIds)
  const canRead = allowedScopes(tenant, caller, 'Microsoft.Authorization/roleAssignments/read')
  const assignments = tenant.roleAssignments.flatMap((assignment): Row[] => {
    const [, , subscriptionId = '', , group = ''] = assignment.scope.toLowerCase().split('/')
    if (!asked.has(subscriptionId) || !canRead(assignment.scope)) return []
    const shown = presentRoleAssignment(tenant, assignment, definitionId(assignment.role))
    spend(40)
    return [
      {
        ...emptyCells,
        ...shown,
        type: 'microsoft.authorization/roleassignments',
        tenantId: tenant.tenantId,
        subscriptionId,
        resourceGroup: group,
      },
    ]
  })
  const definitions = roleNames().map((role): Row => {
    const shown = presentRoleDefinition(role, definitionId(role))
    spend(40)
    const type = 'microsoft.authorization/roledefinitions'
    return { ...emptyCells, ...shown, type, tenantId: tenant.tenantId, name: textAt(shown, 'name') ?? '' }
  })
  return [...assignments, ...definitions]
}

function definitionId(role: RoleName): string {
  return `/providers/Microsoft.Authorization/RoleDefinitions/${builtInRoles[role].id}`
}
