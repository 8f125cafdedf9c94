import {
  apiVersions,
  formatResourceId,
  parseResourceId,
  type ResourceId,
  sameResourceId,
  subscriptionIdOf,
} from '@portal/arm'
import { keyUrlParts } from '@portal/disk-encryption'
import { type AccessNeed, accessNeeded, type AccessPurpose, accessPurposesOf, accessRoles } from '@portal/gallery'
import type { Access, AccessOutcomes, AccessStand } from '@portal/portal-api'
import * as z from 'zod/mini'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { answered, unlessHidden } from '../arm/answered.ts'
import { ArmRefusal } from '../arm/arm-reply.ts'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../arm/resource-graph.ts'
import { readDiskEncryptionSet } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { getKeyVault } from '../disk-encryption-sets/keys/key-vaults.ts'
import { armPermission, isHeldBy, permissionsAt } from '../subscriptions/permissions.ts'
import {
  type ArmRoleAssignment,
  assignRole,
  listRoleAssignments,
  removeAssignment,
} from '../subscriptions/role-assignments.ts'

/** A purpose for a resource: a gallery, an image definition, an image version or a disk encryption set. */
export interface AskedAccess {
  resource: ResourceId
  purpose: AccessPurpose
}

/** What a purpose needs, and what of it a principal has: by its own role assignments, of its groups and from above. */
export async function accessOf(
  azure: Azure,
  { principalId, ...asked }: AskedAccess & { principalId?: string | undefined },
): Promise<Access> {
  const { needs, ...found } = await neededFor(azure, asked)
  const readRole = rolesReader(azure)
  return { ...found, needs: await Promise.all(needs.map((need) => standOf(azure, { need, principalId, readRole }))) }
}

interface Change extends AskedAccess {
  principalId: string
  assignments: readonly AccessNeed[]
}

/** Assigns the roles one by one; Azure refuses each by itself. Throws `RequestRefused` for a role not needed. */
export async function giveAccess(azure: Azure, change: Change): Promise<AccessOutcomes> {
  return eachOf(azure, change, ({ role, scope }) =>
    assignRole(azure, { scope, principalId: change.principalId, roleId: accessRoles[role].id }),
  )
}

/** Removes them, exactly at their scopes. What others gave above stays. */
export async function takeAccessBack(azure: Azure, change: Change): Promise<AccessOutcomes> {
  const { principalId } = change
  return eachOf(azure, change, async ({ role, scope }) => {
    const filter = `atScope() and assignedTo('${principalId}')`
    const there = await listRoleAssignments(azure, scope, filter)
    for (const assignment of there.filter((each) => isOwn(each, { role, scope }, principalId)))
      await removeAssignment(azure, assignment.id)
  })
}

async function eachOf(
  azure: Azure,
  { assignments, ...asked }: Change,
  send: (need: AccessNeed) => Promise<void>,
): Promise<AccessOutcomes> {
  const { needs } = await neededFor(azure, asked)
  const wanted = assignments.map((one) =>
    needs.find((need) => need.role === one.role && sameResourceId(need.scope, one.scope)),
  )
  if (!wanted.every((need) => need !== undefined))
    throw new RequestRefused('InvalidRequest', 'Not as expected: a role that the purpose does not need there')
  const outcomes: AccessOutcomes = []
  for (const need of wanted)
    outcomes.push(
      await send(need).then(
        () => need,
        (error: unknown) => {
          if (!(error instanceof ArmRefusal && [400, 403, 404, 409].includes(error.status))) throw error
          const { code, message } = error.arm
          return { ...need, refusal: { code, message } }
        },
      ),
    )
  return outcomes
}

async function neededFor(azure: Azure, { resource, purpose }: AskedAccess) {
  const id = formatResourceId(resource)
  if (!accessPurposesOf(id).includes(purpose))
    throw new RequestRefused('InvalidRequest', 'Not as expected: no access is given for this purpose there')
  const isSet = resource.names.length === 1 && /sets$/i.test(resource.types[0] ?? '')
  const found = isSet ? { setIds: [id], isComplete: true } : await setsOfVersions(azure, id)
  if (purpose !== 'manage') {
    const sets = found.setIds.map((setId) => ({ id: setId }))
    return { needs: accessNeeded(purpose, id, sets), isComplete: found.isComplete, apart: [] }
  }
  const keys = await Promise.all(found.setIds.map(async (setId) => ({ id: setId, ...(await keyOf(azure, setId)) })))
  const sets = keys.map(({ id: setId, ...key }) => ({ id: setId, ...('keyId' in key && key) }))
  return {
    needs: accessNeeded(purpose, id, sets),
    isComplete: found.isComplete,
    apart: keys.flatMap(({ id: setId, ...key }) => ('why' in key ? [{ setId, ...key }] : [])),
  }
}

const setsRow = z.object({ targets: z.string() })

/** The sets of the versions at or below a resource: Azure encrypts a version with sets of its own subscription only. */
async function setsOfVersions(azure: Azure, id: string): Promise<{ setIds: string[]; isComplete: boolean }> {
  const query = `Resources
| where type =~ 'microsoft.compute/galleries/images/versions' and (id =~ ${kqlText(id)} or id startswith ${kqlText(`${id}/`)})
| project targets = tostring(properties.publishingProfile.targetRegions)
| where targets contains '/diskEncryptionSets/'
| distinct targets
| order by targets asc`
  const permissionFor = await permissionsAt(azure, id)
  if (permissionFor('Microsoft.Compute/galleries/images/versions/read') !== 'allowed')
    return { setIds: [], isComplete: false }
  const rows = await queryResourceGraph(azure, setsRow, { query, subscriptions: [subscriptionIdOf(id)] })
  const found = rows.flatMap(
    ({ targets }) => targets.match(/\/subscriptions\/[^"]+\/diskEncryptionSets\/[^"/]+/gi) ?? [],
  )
  return {
    setIds: [...new Map(found.map((setId) => [setId.toLowerCase(), setId])).values()].toSorted(),
    isComplete: true,
  }
}

/** The ID of a set's key, or why no role gives access to it. */
async function keyOf(azure: Azure, setId: string): Promise<{ keyId: string } | Omit<Access['apart'][number], 'setId'>> {
  const set = await unlessHidden(readDiskEncryptionSet(azure, parseResourceId(setId)))
  if (set === undefined) return { why: 'Unreadable' }
  if (set.federatedClientId) return { why: 'OtherTenant' }
  const vaultId = set.activeKey?.sourceVault?.id
  const vault = vaultId ? await unlessHidden(getKeyVault(azure, vaultId)) : undefined
  const keyName = keyUrlParts(set.activeKey?.keyUrl ?? '')?.keyName
  if (vault === undefined || keyName === undefined) return { why: 'Unreadable' }
  if (vault.properties.enableRbacAuthorization !== true) return { why: 'AccessPolicies', vaultName: vault.name }
  return { keyId: `${vault.id}/keys/${keyName}` }
}

interface Asked {
  need: AccessNeed
  principalId: string | undefined
  readRole: (roleDefinitionId: string) => Promise<ReadRole | undefined>
}

async function standOf(azure: Azure, { need, principalId, readRole }: Asked): Promise<AccessStand> {
  const { scope } = need
  const [permissionFor, found] = await Promise.all([
    permissionsAt(azure, scope),
    // Those of its groups too: https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
    principalId === undefined
      ? undefined
      : unlessHidden(listRoleAssignments(azure, scope, `atScope() and assignedTo('${principalId}')`)),
  ])
  const stand = { ...need, mayAssign: permissionFor('Microsoft.Authorization/roleAssignments/write') }
  if (principalId === undefined || found === undefined) return { ...stand, isOwn: false, others: [] }
  const own = found.filter((each) => isOwn(each, need, principalId))
  const role: Role = accessRoles[need.role]
  const kind = role.isOfData ? 'dataActions' : 'actions'
  const others = await Promise.all(
    found
      .filter((each) => !own.includes(each))
      .map(async (each) => ({ each, role: await readRole(each.roleDefinitionId) })),
  )
  const allows = (action: string) => others.filter((other) => isHeldBy(other.role?.permissions ?? [], action, kind))
  const helping = new Set(role.actions.flatMap(allows))
  return {
    ...stand,
    isHeld: own.length > 0 || role.actions.every((action) => allows(action).length > 0),
    isOwn: own.length > 0,
    others: [...helping].map((other) => ({
      scope: other.each.scope,
      roleName: other.role?.roleName ?? '',
      isOfGroup: other.each.principalId.toLowerCase() !== principalId.toLowerCase(),
    })),
  }
}

interface Role {
  actions: readonly string[]
  isOfData?: boolean
}

const armRole = z.object({ properties: z.object({ roleName: z.string(), permissions: z.array(armPermission) }) })
type ReadRole = z.output<typeof armRole>['properties']

/** Reads each role once, also one that the directory has defined itself; undefined if the caller may not. */
function rolesReader(azure: Azure): Asked['readRole'] {
  const known = new Map<string, Promise<ReadRole | undefined>>()
  return (id) => {
    const reading = known.get(id) ?? unlessHidden(readRole(azure, id))
    known.set(id, reading)
    return reading
  }
}

async function readRole(azure: Azure, id: string): Promise<ReadRole> {
  const url = armUrl(id, { 'api-version': apiVersions.roleAssignments.version })
  return (await answered(armRole, azure.send({ method: 'GET', url }))).properties
}

/** Exactly the assignment that is needed: of the principal itself, at this scope. */
function isOwn({ principalId, roleDefinitionId, scope }: ArmRoleAssignment, need: AccessNeed, asked: string): boolean {
  const isOfRole = roleDefinitionId.toLowerCase().endsWith(`/${accessRoles[need.role].id}`)
  return isOfRole && principalId.toLowerCase() === asked.toLowerCase() && sameResourceId(scope, need.scope)
}
