import { builtInRoles, roleNames, type RoleName } from '../../built-in-roles.ts'
import { actionMatcher } from '../../roles/action-matcher.ts'
import type { RoleAssignment, Subscription, Tenant } from '../../world.ts'
import { ArmRefusal } from '../errors.ts'
import type { Caller } from '../request.ts'
import { isInForce } from './role-propagation.ts'

/** What requires a role: an action on a resource or a group, or on the subscription. */
export interface Right {
  /** `Microsoft.Compute/galleries/read` */
  action: string
  scope: string
}

// Compiled once: every request uses it.
const matchers = new Map(
  roleNames().map((name) => {
    const { actions, notActions = [], dataActions = [] } = builtInRoles[name]
    return [
      name,
      { covers: actionMatcher(actions), leavesOut: actionMatcher(notActions), coversData: actionMatcher(dataActions) },
    ]
  }),
)

/** Whether a role allows `action`: it is one of its actions, and none of its notActions. */
function roleAllows(role: RoleName, action: string): boolean {
  const matcher = matchers.get(role)
  return matcher !== undefined && matcher.covers(action) && !matcher.leavesOut(action)
}

/** The principal and the groups that it is a member of: whose roles it has. */
export function holdersFor({ groups = [] }: Pick<Tenant, 'groups'>, principalId: string): Set<string> {
  const ofGroups = groups.filter(({ members }) => members.includes(principalId)).map(({ id }) => id)
  return new Set([principalId, ...ofGroups])
}

/** The role assignments that count for a principal now, its own and those of its groups. */
function rolesOf(tenant: Tenant, principalId: string): RoleAssignment[] {
  const [holders, now] = [holdersFor(tenant, principalId), tenant.clock.now()]
  return tenant.roleAssignments.filter(
    (assignment) => holders.has(assignment.principalId) && isInForce(assignment, now),
  )
}

/** Those of them at `scope` or above it. */
export function rolesAt(tenant: Tenant, principalId: string, scope: string): RoleAssignment[] {
  return rolesOf(tenant, principalId).filter((assignment) => isWithin(scope, assignment.scope))
}

/** Whether a role of the caller, assigned at `scope` or above it, has `action`. */
export function isAllowed(tenant: Tenant, caller: Caller, { action, scope }: Right): boolean {
  return rolesAt(tenant, caller.objectId, scope).some(({ role }) => roleAllows(role, action))
}

/** As `isAllowed`, for many scopes: the roles of the caller are looked at once. */
export function allowedScopes(tenant: Tenant, caller: Caller, action: string): (scope: string) => boolean {
  const held = rolesOf(tenant, caller.objectId).filter(({ role }) => roleAllows(role, action))
  const scopes = new Set(held.map(({ scope }) => scope.toLowerCase()))
  return (scope) => {
    for (let at = scope.toLowerCase(); at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (scopes.has(at)) return true
    return false
  }
}

/**
 * Whether a principal has `dataAction` (`Microsoft.KeyVault/vaults/keys/wrap/action`) inside the resource at `scope`.
 */
export function holdsDataAction(
  tenant: Tenant,
  principalId: string,
  { dataAction, scope }: { dataAction: string; scope: string },
): boolean {
  return rolesAt(tenant, principalId, scope).some(({ role }) => matchers.get(role)?.coversData(dataAction) === true)
}

/** Those of the subscriptions in which the caller has any role, be it on one group only: the ones Azure lists. */
export function seenSubscriptions(tenant: Tenant, caller: Caller): Subscription[] {
  const scopes = rolesOf(tenant, caller.objectId).map(({ scope }) => scope.toLowerCase().split('/'))
  const seen = new Set(scopes.flatMap(([, kind, id]) => (kind === 'subscriptions' && id !== undefined ? [id] : [])))
  return tenant.subscriptions.filter(({ subscriptionId }) => seen.has(subscriptionId.toLowerCase()))
}

/** Throws 403 AuthorizationFailed unless `isAllowed`. */
export function assertAccess(tenant: Tenant, caller: Caller, needed: Right): void {
  if (!isAllowed(tenant, caller, needed)) throw authorizationFailed(caller, needed)
}

/** As `assertAccess` to write or delete a role assignment; some of Azure's roles allow assigning certain roles only. */
export function assertAssigning(tenant: Tenant, caller: Caller, needed: Right & { role: RoleName }): void {
  const { action, scope, role } = needed
  const isFree = rolesAt(tenant, caller.objectId, scope).some((held) => {
    const { mayAssignOnly } = builtInRoles[held.role]
    return roleAllows(held.role, action) && (mayAssignOnly?.includes(builtInRoles[role].id) ?? true)
  })
  if (!isFree) throw authorizationFailed(caller, needed)
}

function authorizationFailed(caller: Caller, needed: Right): ArmRefusal {
  const message = `The client '${caller.name}' with object id '${caller.objectId}' does not have authorization to perform action '${needed.action}' over scope '${needed.scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`
  return new ArmRefusal(403, { code: 'AuthorizationFailed', message }, { 'x-ms-failure-cause': 'gateway' })
}

/**
 * Throws 403 LinkedAuthorizationFailed unless the caller has the `linked` actions on the resources that a write refers
 * to.
 */
export function assertLinkedAccess(tenant: Tenant, caller: Caller, write: Right & { linked: Right[] }): void {
  for (const linked of write.linked) {
    if (isAllowed(tenant, caller, linked)) continue
    const message = `The client '${caller.name}' with object id '${caller.objectId}' has permission to perform action '${write.action}' on scope '${write.scope}'; however, it does not have permission to perform action(s) '${linked.action}' on the linked scope(s) '${linked.scope}' (respectively) or the linked scope(s) are invalid.`
    throw new ArmRefusal(403, { code: 'LinkedAuthorizationFailed', message }, { 'x-ms-failure-cause': 'gateway' })
  }
}

/** Whether an id is `outer` or below it. */
export function isWithin(scope: string, outer: string): boolean {
  const [inner, above] = [scope.toLowerCase(), outer.toLowerCase()]
  return inner === above || inner.startsWith(`${above}/`)
}
