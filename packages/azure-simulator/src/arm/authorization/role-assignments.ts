import { builtInRoles, roleNames } from '../../built-in-roles.ts'
import { isPrincipal } from '../../directory/tenant-objects.ts'
import { isJsonObject, textAt, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import type { RoleAssignment, Tenant } from '../../world.ts'
import { bodyReader } from '../body-reader.ts'
import { ArmRefusal } from '../errors.ts'
import { extensionAt, extensionOperations } from '../extension-resources.ts'
import { guidOf } from '../guid.ts'
import { parameter, type ArmOperation, type ArmRequest } from '../request.ts'
import { requestedProperties } from '../writing.ts'
import { assertAssigning, holdersFor, isWithin } from './access.ts'
import { roleDefinitionDoesNotExist, roleDefinitionId } from './role-definitions.ts'

const type = 'Microsoft.Authorization/roleAssignments'
const at = extensionAt(type)
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function nameOf({ name, principalId, role, scope }: RoleAssignment): string {
  return name ?? guidOf(`${principalId} ${role} ${scope}`)
}

function present(request: ArmRequest, assignment: RoleAssignment): JsonObject {
  const subscriptionId = parameter(request, 'subscriptionId').toLowerCase()
  return presentRoleAssignment(request.tenant, assignment, roleDefinitionId(subscriptionId, assignment.role))
}

/** A role assignment as Azure returns it; `definitionId` is how its role is named there. */
export function presentRoleAssignment(
  { users, groups = [] }: Pick<Tenant, 'users' | 'groups'>,
  assignment: RoleAssignment,
  definitionId: string,
): JsonObject {
  const { principalId, scope, createdAt = Date.UTC(2025, 0, 1), createdBy = null } = assignment
  const { updatedAt = createdAt, updatedBy = createdBy } = assignment
  const { condition = null, conditionVersion = null, description = null } = assignment
  const name = nameOf(assignment)
  const isThis = ({ id }: { id: string }) => id === principalId
  return {
    properties: {
      roleDefinitionId: definitionId,
      principalId,
      principalType: users.some(isThis) ? 'User' : groups.some(isThis) ? 'Group' : 'ServicePrincipal',
      scope,
      condition,
      conditionVersion,
      createdOn: new Date(createdAt).toISOString(),
      updatedOn: new Date(updatedAt).toISOString(),
      createdBy,
      updatedBy,
      delegatedManagedIdentityResourceId: null,
      description,
    },
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    type,
    name,
  }
}

/** The assignment that a request's path names. */
export function requestedRoleAssignment(request: ArmRequest): RoleAssignment | undefined {
  const [scope, name] = [at.scopeOf(request).toLowerCase(), parameter(request, 'name').toLowerCase()]
  return request.tenant.roleAssignments.find(
    (assignment) => assignment.scope.toLowerCase() === scope && nameOf(assignment) === name,
  )
}

function put(request: ArmRequest) {
  const name = parameter(request, 'name').toLowerCase()
  if (!guid.test(name))
    throw new ArmRefusal(400, {
      code: 'InvalidRoleAssignmentId',
      message: `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
    })
  const scope = at.scopeOf(request)
  const sent = bodyReader(requestedProperties(request), 'properties')
  const principalId = sent.text('principalId') ?? ''
  const roleId = sent.text('roleDefinitionId')?.split('/').at(-1)?.toLowerCase() ?? ''
  const role = roleNames().find((known) => builtInRoles[known].id === roleId)
  if (role === undefined) throw roleDefinitionDoesNotExist(roleId)
  if (!guid.test(principalId))
    throw new ArmRefusal(400, { code: 'InvalidPrincipalId', message: `A principal ID '${principalId}' is not valid.` })
  assertAssigning(request.tenant, request.caller, { action: `${type}/write`, scope, role })
  // With the principal's type, Entra ID is not searched.
  if (sent.text('principalType') === undefined && !isInDirectory(request.tenant, principalId))
    throw principalNotFound(principalId, request.tenant.tenantId)
  const { roleAssignments } = request.tenant
  const same = roleAssignments.find(
    (other) =>
      other.principalId === principalId &&
      other.role === role &&
      other.scope.toLowerCase() === scope.toLowerCase() &&
      nameOf(other) !== name,
  )
  if (same)
    throw new ArmRefusal(409, {
      code: 'RoleAssignmentExists',
      message: `The role assignment already exists. The ID of the existing role assignment is ${nameOf(same).replaceAll('-', '')}.`,
    })
  const found = requestedRoleAssignment(request)
  if (found && (found.principalId !== principalId || found.role !== role))
    throw new ArmRefusal(400, {
      code: 'RoleAssignmentUpdateNotPermitted',
      message: 'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    })
  const [now, by] = [request.clock.now(), request.caller.objectId]
  const [description, condition] = [sent.text('description'), sent.text('condition')]
  const conditionVersion = sent.text('conditionVersion') ?? (condition === undefined ? undefined : '2.0')
  const said = {
    updatedAt: now,
    updatedBy: by,
    ...(description !== undefined && { description }),
    ...(condition !== undefined && { condition }),
    ...(conditionVersion !== undefined && { conditionVersion }),
  }
  const assignment: RoleAssignment = {
    ...(found ?? { name, principalId, role, scope, createdAt: now, createdBy: by }),
    ...said,
  }
  if (found) roleAssignments.splice(roleAssignments.indexOf(found), 1, assignment)
  else roleAssignments.push(assignment)
  const body = present(request, assignment)
  // The first answer does not say yet who made it.
  if (found === undefined && isJsonObject(body['properties'])) body['properties']['createdBy'] = null
  return { status: found ? 200 : 201, body }
}

function principalNotFound(principalId: string, tenantId: string): ArmRefusal {
  const message = `Principal ${principalId.replaceAll('-', '')} does not exist in the directory ${tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group. See https://aka.ms/docs-principaltype`
  return new ArmRefusal(400, { code: 'PrincipalNotFound', message })
}

/** https://learn.microsoft.com/rest/api/authorization/role-assignments */
export const roleAssignments: ArmOperation[] = extensionOperations({
  at,
  put,
  find: requestedRoleAssignment,
  list(request) {
    const scope = at.scopeOf(request)
    const filter = request.query['$filter'] ?? ''
    const { by, id } = /(?<by>principalId eq |assignedTo\()'(?<id>[^']+)'/i.exec(filter)?.groups ?? {}
    const holders = id === undefined ? undefined : by?.startsWith('a') ? holdersFor(request.tenant, id) : new Set([id])
    return request.tenant.roleAssignments.filter(
      (assignment) =>
        holders?.has(assignment.principalId) !== false &&
        // Those from above apply here too; those from below are excluded by `atScope()`.
        (isWithin(scope, assignment.scope) || (!/atScope/i.test(filter) && isWithin(assignment.scope, scope))),
    )
  },
  present: (assignment, request) => present(request, assignment),
  notFound(request) {
    const message = `The role assignment '${parameter(request, 'name')}' is not found.`
    return new ArmRefusal(404, { code: 'RoleAssignmentNotFound', message })
  },
  remove(found, { tenant, caller }) {
    assertAssigning(tenant, caller, { ...found, action: `${type}/delete` })
    tenant.roleAssignments.splice(tenant.roleAssignments.indexOf(found), 1)
  },
  returnsDeleted: true,
})

/** How long Entra ID needs to replicate a new identity; it is not documented, 30 to 60 s are reported. */
const directoryReplication = 30_000

/**
 * Whether Entra ID finds the object ID: a user, a group, a program, or a managed identity that is old enough.
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---assigning-a-role-to-a-new-principal-sometimes-fails
 */
function isInDirectory(tenant: Tenant, objectId: string): boolean {
  if (isPrincipal(tenant, objectId) || tenant.groups?.some(({ id }) => id === objectId)) return true
  const known = tenant.clock.now() - directoryReplication
  return tenant.store
    .list('/subscriptions')
    .some((resource) => principalIdOf(resource) === objectId && madeAt(resource) <= known)
}

function principalIdOf({ properties, envelope }: StoredResource): string | undefined {
  return textAt(properties, 'principalId') ?? textAt(envelope, 'identity', 'principalId')
}

// An identity that was changed after its creation is already replicated.
function madeAt({ change }: StoredResource): number {
  return change?.state === 'Creating' ? change.startedAt : -Infinity
}
