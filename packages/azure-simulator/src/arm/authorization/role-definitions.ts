import { builtInRoles, roleNames, type RoleName } from '../../built-in-roles.ts'
import type { Json, JsonObject } from '../../json.ts'
import type { RoleDefinition } from '../../roles/role-definition.ts'
import { presentedPage } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../request.ts'
import { rolesAt } from './access.ts'

const type = 'Microsoft.Authorization/roleDefinitions'
const anyScope = '/subscriptions/:subscriptionId{/*below}/providers'

/** The id of a role's definition, as the role assignments of a subscription name it. */
export function roleDefinitionId(subscriptionId: string | undefined, role: RoleName): string {
  const scope = subscriptionId === undefined ? '' : `/subscriptions/${subscriptionId.toLowerCase()}`
  return `${scope}/providers/${type}/${builtInRoles[role].id}`
}

/** What a role allows, in the format of `permissions`. */
function permissionOf({ actions, notActions = [], dataActions = [], mayAssignOnly }: RoleDefinition): JsonObject {
  const only = mayAssignOnly && { condition: conditionOn(mayAssignOnly), conditionVersion: '2.0' }
  return { actions, notActions, dataActions, notDataActions: [], ...only }
}

// https://learn.microsoft.com/azure/role-based-access-control/conditions-format
function conditionOn(roles: string[]): string {
  const guarded = (verb: string, attribute: string) =>
    `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${verb}'})) OR (${attribute}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{${roles.join(', ')}}))`
  return `${guarded('write', '@Request')} AND ${guarded('delete', '@Resource')}`
}

function present(request: ArmRequest, role: RoleName): JsonObject {
  return presentRoleDefinition(role, roleDefinitionId(request.parameters['subscriptionId'], role))
}

/** The definition of a built-in role as Azure returns it, with that ID. */
export function presentRoleDefinition(role: RoleName, id: string): JsonObject {
  const definition = builtInRoles[role]
  return {
    properties: {
      roleName: role,
      type: 'BuiltInRole',
      description: definition.description,
      assignableScopes: ['/'],
      permissions: [permissionOf(definition)],
      // Made up: creation times are not simulated.
      createdOn: '2015-02-02T21:55:09.8806423Z',
      updatedOn: '2021-11-11T20:13:00.0000000Z',
      createdBy: null,
      updatedBy: null,
    },
    id,
    type,
    name: definition.id,
  }
}

function get(request: ArmRequest) {
  const name = parameter(request, 'name').toLowerCase()
  const role = roleNames().find((known) => builtInRoles[known].id === name)
  if (role) return { status: 200, body: present(request, role) }
  throw roleDefinitionDoesNotExist(name)
}

/** 404: no role of that GUID. */
export function roleDefinitionDoesNotExist(roleId: string): ArmRefusal {
  const message = `The specified role definition with ID '${roleId.replaceAll('-', '')}' does not exist.`
  return new ArmRefusal(404, { code: 'RoleDefinitionDoesNotExist', message })
}

function list(request: ArmRequest) {
  const asked = /roleName eq '([^']+)'/i.exec(request.query['$filter'] ?? '')?.[1]?.toLowerCase()
  const found = roleNames().filter((role) => asked === undefined || role.toLowerCase() === asked)
  return presentedPage(request, found, (role) => present(request, role))
}

/** https://learn.microsoft.com/rest/api/authorization/role-definitions */
export const roleDefinitions: ArmOperation[] = ['/providers', anyScope].flatMap((scope): ArmOperation[] => [
  operation(`GET ${scope}/${type}/:name`, `${type}/read`, get),
  operation(`GET ${scope}/${type}`, `${type}/read`, list),
])

/**
 * The caller's permissions at a scope, role by role; anyone who can see the subscription can ask:
 * https://learn.microsoft.com/rest/api/authorization/permissions
 */
export const permissions: ArmOperation = operation(
  `GET ${anyScope}/Microsoft.Authorization/permissions`,
  undefined,
  (request) => {
    const scope = request.path.replace(/\/providers\/Microsoft\.Authorization\/permissions$/i, '')
    const roles = new Set(rolesAt(request.tenant, request.caller.objectId, decodeURI(scope)).map(({ role }) => role))
    const value: Json[] = [...roles].map((role) => permissionOf(builtInRoles[role]))
    return { status: 200, body: { value } }
  },
)
