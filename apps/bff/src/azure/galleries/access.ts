import {
  apiVersions,
  formatResourceId,
  guidPattern,
  parseResourceId,
  parseResourceIdOf,
  type ResourceId,
  resourceType,
  sameResourceId,
  subscriptionIdOf,
} from '@portal/arm'
import { keyUrlParts } from '@portal/disk-encryption'
import {
  type AccessNeed,
  accessNeeded,
  accessNeededByPipeline,
  type AccessPurpose,
  accessPurposesOf,
  accessRoles,
  type PlanResources,
} from '@portal/gallery'
import type { Access, AccessOutcomes, AccessStand } from '@portal/portal-api'
import * as z from 'zod/mini'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { ArmRefusal } from '../arm/arm-reply.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../arm/resource-graph.ts'
import { allOf, answered, unlessHidden } from '../arm/sdk-answers.ts'
import { readDiskEncryptionSet } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { getKeyVault } from '../disk-encryption-sets/keys/key-vaults.ts'
import { armPermission, isHeldBy, permissionsAt } from '../subscriptions/permissions.ts'
import {
  type ArmRoleAssignment,
  assignRole,
  listRoleAssignments,
  removeAssignment,
} from '../subscriptions/role-assignments.ts'

/** A purpose for what has the ID: a gallery, an image definition, an image version, or a disk encryption set. */
export interface AskedAccess {
  id: string
  purpose: AccessPurpose
  /** what the plan of a pipeline names */
  plan?: PlanResources | undefined
}

/**
 * What a purpose needs, and what of it a principal has, or the identity of a pipeline: by its own role assignments, of
 * its groups and from above. Throws `RequestRefused` or `InvalidResourceId` if the resource doesn't have the purpose.
 */
export async function accessOf(
  azure: Azure,
  asked: AskedAccess & { principalId?: string | undefined; identityId?: string | undefined },
): Promise<Access> {
  const identityId = asked.identityId && formatResourceId(parseResourceIdOf(identityType, asked.identityId))
  const { needs, ...found } = await neededFor(azure, asked)
  const identity = identityId === undefined ? undefined : await identityOf(azure, identityId)
  const principalId = identity ? identity.principalId : asked.principalId
  const readRole = rolesReader(azure)
  return {
    ...found,
    ...(identity && { identity }),
    needs: await Promise.all(needs.map((need) => standOf(azure, { need, principalId, readRole }))),
  }
}

const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
const armIdentity = z.object({ properties: z.object({ principalId: z.string() }) })
const armCredential = z.object({
  properties: z.object({ issuer: z.string(), subject: z.string(), audiences: z.array(z.string()) }),
})

/** https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/list */
async function identityOf(azure: Azure, id: string): Promise<NonNullable<Access['identity']>> {
  const query = { 'api-version': apiVersions.userAssignedIdentities.version }
  const found = await answered(armIdentity, azure.send({ method: 'GET', url: armUrl(id, query) })).catch(
    (error: unknown) => {
      if (error instanceof ArmRefusal && error.status === 404) return 'missing' as const
      if (error instanceof ArmRefusal && error.status === 403) return 'unreadable' as const
      throw error
    },
  )
  if (typeof found === 'string') return { state: found }
  const list = listAt(azure, armUrl(`${id}/federatedIdentityCredentials`, query))
  const credentials = await unlessHidden(allOf(armCredential, list))
  return {
    state: 'found',
    principalId: found.properties.principalId,
    ...(credentials && { credentials: credentials.map(({ properties }) => properties) }),
  }
}

interface Change extends AskedAccess {
  principalId: string
  assignments: readonly AccessNeed[]
}

/** Assigns the roles one by one; Azure refuses each by itself. Throws `RequestRefused` for a role not needed. */
export async function giveAccess(azure: Azure, change: Change): Promise<AccessOutcomes> {
  // An identity that was just created might not be in Entra ID yet.
  const type = isOfPipeline(change.purpose) ? { principalType: 'ServicePrincipal' as const } : {}
  return eachOf(azure, change, ({ role, scope }) =>
    assignRole(azure, { scope, principalId: change.principalId, roleId: accessRoles[role].id, ...type }),
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

function isOfPipeline(purpose: AccessPurpose): purpose is 'pipeline' | 'cleanUp' {
  return purpose === 'pipeline' || purpose === 'cleanUp'
}

async function neededFor(azure: Azure, { purpose, plan, ...asked }: AskedAccess) {
  if (isOfPipeline(purpose)) return { needs: neededByPipeline(asked.id, purpose, plan), isComplete: true, apart: [] }
  const resource = parseResourceId(asked.id)
  const id = formatResourceId(resource)
  if (!accessPurposesOf(id).includes(purpose)) throw noSuchPurpose()
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

function neededByPipeline(id: string, purpose: 'pipeline' | 'cleanUp', plan: PlanResources | undefined): AccessNeed[] {
  const [, subscriptions, subscriptionId = '', ...more] = id.split('/')
  const isSubscription = subscriptions === 'subscriptions' && guidPattern.test(subscriptionId) && more.length === 0
  const depth = isSubscription ? 0 : galleryDepth(parseResourceId(id))
  const isRight = purpose === 'pipeline' ? depth === 2 && plan !== undefined : depth < 3 && plan === undefined
  if (!isRight) throw noSuchPurpose()
  return accessNeededByPipeline(id, plan)
}

/** 1 for a gallery, 2 for an image definition; infinite for what is neither. */
function galleryDepth(id: ResourceId): number {
  return /^microsoft\.compute\/galleries(\/images)?$/i.test(resourceType(id)) ? id.types.length : Infinity
}

function noSuchPurpose(): RequestRefused {
  return new RequestRefused('InvalidRequest', 'Not as expected: no access is given for this purpose there')
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
