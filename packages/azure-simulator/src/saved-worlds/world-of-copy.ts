import { readFileSync } from 'node:fs'
import { regionName } from '@portal/arm'
import { linesOfCopy, type CopiedResource, type CopyHeader, type CopyLine } from '@portal/arm/estate-copy'
import { builtInPolicies } from '../arm/authorization/policy/built-in-policies.ts'
import { guidOf } from '../arm/guid.ts'
import { builtInRoles, roleNames, type RoleName } from '../built-in-roles.ts'
import { isJsonObject, objectsAt, textAt, type Json, type JsonObject } from '../json.ts'
import type { RegionReplication, StoredResource } from '../store/store.ts'
import type { Group, RoleAssignment, User, World } from '../world.ts'
import { resourceFault, typeAndName } from './resource-fault.ts'
import { SavedWorldRefused } from './saved-world-refused.ts'

/** The world that a copy of an estate describes, and how many of its resources and roles have no equivalent here. */
export interface WorldOfCopy {
  world: World
  /** Azure's time when the copy was taken, ms since 1970 */
  takenAt: number
  leftOut: number
}

/** The world of the copy in a file. Throws an Error that names the file if it is none, or can't be read. */
export function worldInFile(path: string): WorldOfCopy {
  try {
    return worldOfCopy(readFileSync(path, 'utf8').split('\n'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${path} can't be opened as a copy of an estate (${reason}). Choose a file of "Take a copy".`, {
      cause: error,
    })
  }
}

/**
 * The world that the lines of a copy describe. Throws `EstateCopyRefused` or `SavedWorldRefused` for a file that is no
 * copy, or has a resource that can't be one of its subscriptions.
 */
export function worldOfCopy(lines: Iterable<string>): WorldOfCopy {
  let header: CopyHeader | undefined
  const resources = new Map<string, StoredResource>()
  const people: People = { users: new Map(), groups: new Map() }
  const assignments: CopiedResource[] = []
  const permissions: Extract<CopyLine, { permissions: object }>['permissions'][] = []
  let [leftOut, count, subscriptions] = [0, 0, new Set<string>()]
  for (const line of linesOfCopy(lines)) {
    count += 1
    if ('format' in line) {
      header = line
      subscriptions = new Set(line.subscriptions.map(({ subscriptionId }) => subscriptionId.toLowerCase()))
    } else if ('person' in line) {
      const { objectId, displayName, userPrincipalName } = line.person
      people.users.set(objectId.toLowerCase(), { ...userNamed(objectId, displayName), userPrincipalName })
    } else if ('permissions' in line) permissions.push(line.permissions)
    else if ('resource' in line) {
      const { resource } = line
      if (isOfType(resource, 'Microsoft.Authorization/roleAssignments')) assignments.push(resource)
      else {
        const stored = storedResource(resource, Date.parse(header?.takenAt ?? ''))
        const fault = resourceFault({ ...stored, type: resource.type }, subscriptions)
        if (fault === 'properties that its type does not have' || isUnknownPolicy(stored)) leftOut += 1
        else if (fault !== undefined) throw new SavedWorldRefused(`line ${count}`, fault)
        else resources.set(stored.id.toLowerCase(), stored)
      }
    }
  }
  if (header === undefined) throw new SavedWorldRefused('line 1', 'no copy of an estate')
  const taker = [...people.users.keys()][0]
  const roleAssignments = assignments.flatMap((assignment) => {
    const read = roleAssignmentsOf(assignment, [...subscriptions], people)
    if (read === undefined) leftOut += 1
    return read ?? []
  })
  for (const { scope, roles } of permissions)
    if (taker !== undefined)
      roleAssignments.push(...impliedRoles({ scope, roles, principalId: taker }, roleAssignments))
  const { tenantId, takenAt, directory = { displayName: 'Copy', defaultDomain: 'copy.example' } } = header
  return {
    leftOut,
    takenAt: Date.parse(takenAt),
    world: {
      tenantId: tenantId.toLowerCase(),
      tenantName: directory.displayName,
      domain: directory.defaultDomain,
      users: [...people.users.values()].map((user) => withJob(user, people, roleAssignments)),
      groups: [...people.groups.values()],
      servicePrincipals: [],
      applicationAdministrators: [],
      subscriptions: header.subscriptions,
      roleAssignments,
      resources: [...resources.values()].map(withKeyPolicy),
      replicationFailures: [],
      writeFaults: [],
      slowRegions: {},
      scenarios: [],
    },
  }
}

/** By object ID in lower case. */
interface People {
  users: Map<string, User>
  groups: Map<string, Group>
}

function userNamed(id: string, displayName: string): User {
  const userPrincipalName = `${displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@copy.example`
  return { id, userPrincipalName, displayName, jobTitle: { en: '', it: '' } }
}

// People are told apart by what they may do: ARM does not know more of them.
function withJob(user: User, { groups }: People, assignments: readonly RoleAssignment[]): User {
  const isOf = (id: string) => id === user.id.toLowerCase() || groups.get(id)?.members.includes(user.id) === true
  const roles = assignments.filter(({ principalId }) => isOf(principalId)).map(({ role }) => role)
  const [first = '–', ...others] = new Set(roles)
  const title = others.length === 0 ? first : `${first} + ${others.length}`
  return { ...user, jobTitle: { en: title, it: title } }
}

function isOfType({ type }: Pick<CopiedResource, 'type'>, wanted: string): boolean {
  return type.toLowerCase() === wanted.toLowerCase()
}

// Nothing evaluates the policies of a customer's own.
function isUnknownPolicy(resource: StoredResource): boolean {
  if (!isOfType(resource, 'Microsoft.Authorization/policyAssignments')) return false
  const name = textAt(resource.properties, 'policyDefinitionId')?.split('/').at(-1)?.toLowerCase() ?? ''
  return !(name in builtInPolicies)
}

// Their casing in IDs is the client's who created them.
const spelt = new Map(
  [
    'Microsoft.Authorization/locks',
    'Microsoft.Authorization/policyAssignments',
    'Microsoft.Compute/diskEncryptionSets',
    'Microsoft.Compute/disks',
    'Microsoft.Compute/galleries',
    'Microsoft.Compute/galleries/images',
    'Microsoft.Compute/galleries/images/versions',
    'Microsoft.Compute/images',
    'Microsoft.Compute/snapshots',
    'Microsoft.Compute/virtualMachines',
    'Microsoft.Compute/virtualMachineScaleSets',
    'Microsoft.Compute/virtualMachineScaleSets/virtualMachines',
    'Microsoft.EventGrid/systemTopics',
    'Microsoft.Insights/actionGroups',
    'Microsoft.KeyVault/vaults',
    'Microsoft.KeyVault/vaults/keys',
    'Microsoft.KeyVault/vaults/keys/versions',
    'Microsoft.ManagedIdentity/userAssignedIdentities',
    'Microsoft.Network/networkInterfaces',
    'Microsoft.Network/networkSecurityGroups',
    'Microsoft.Network/publicIPAddresses',
    'Microsoft.Network/virtualNetworks',
    'Microsoft.Resources/resourceGroups',
    'Microsoft.Storage/storageAccounts',
  ].map((type) => [type.toLowerCase(), type]),
)

const envelopeKeys = ['sku', 'kind', 'identity', 'plan', 'zones', 'managedBy', 'etag', 'extendedLocation', 'systemData']

/** A resource of the file as it is stored; what was in progress goes on as long as such operations usually take. */
function storedResource(resource: CopiedResource, takenAt: number): StoredResource {
  const { id, name, location, tags } = resource
  const { type } = typeAndName(id)
  const known = spelt.get(type.toLowerCase()) ?? type
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was parsed from JSON
  const shown = resource as JsonObject
  const {
    provisioningState,
    extended,
    instanceView: view,
    replicationStatus,
    ...properties
  } = isJsonObject(shown['properties']) ? shown['properties'] : {}
  const envelope = Object.fromEntries(
    envelopeKeys.flatMap((key) => (shown[key] === undefined || shown[key] === null ? [] : [[key, shown[key]]])),
  )
  const instanceView = isJsonObject(view) ? view : instanceViewIn(extended)
  const change = changeOf(provisioningState, takenAt)
  const replication = replicationOf(replicationStatus, takenAt)
  return {
    id,
    type: known,
    name,
    location: location ?? '',
    ...(tags && { tags }),
    ...(Object.keys(envelope).length > 0 && { envelope }),
    properties,
    ...(change && { change }),
    ...(replication && { replication }),
    ...(instanceView && { instanceView }),
  }
}

/** The instance view of a machine, of which the graph has the power state apart. */
function instanceViewIn(extended: Json | undefined): JsonObject | undefined {
  const view = isJsonObject(extended) ? extended['instanceView'] : undefined
  if (!isJsonObject(view)) return undefined
  const { powerState, ...others } = view
  const provisioned = { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded' }
  return { ...others, disks: [], statuses: [provisioned, ...(isJsonObject(powerState) ? [powerState] : [])] }
}

// In the middle of what the real service needed for a version.
const usualMilliseconds = 210_000

function changeOf(state: Json | undefined, takenAt: number): StoredResource['change'] {
  switch (state) {
    case 'Creating':
    case 'Updating':
    case 'Deleting':
      return { state, startedAt: takenAt, endsAt: takenAt + usualMilliseconds }
    case 'Failed':
      return { state: 'Updating', startedAt: takenAt, endsAt: takenAt, failure }
    default:
      return undefined
  }
}

const failure = { code: 'OperationFailed', message: 'The operation had failed before the copy was taken.' }

function replicationOf(status: Json | undefined, takenAt: number): Record<string, RegionReplication> | undefined {
  const regions = objectsAt(status, 'summary').map(({ region, state, details }): [string, RegionReplication] => {
    const name = regionName(typeof region === 'string' ? region : '')
    if (state === 'Failed')
      return [name, { startedAt: takenAt, endsAt: takenAt, failure: typeof details === 'string' ? details : '' }]
    return [name, { startedAt: takenAt, endsAt: state === 'Completed' ? takenAt : takenAt + usualMilliseconds }]
  })
  return regions.length === 0 ? undefined : Object.fromEntries(regions)
}

// ARM shows the actions of a key's rotation in lowercase, the vault itself does not.
function withKeyPolicy(resource: StoredResource): StoredResource {
  const { rotationPolicy } = resource.properties
  if (!isJsonObject(rotationPolicy)) return resource
  const lifetimeActions = objectsAt(rotationPolicy, 'lifetimeActions').map(({ trigger, action }) => ({
    trigger,
    action: { type: textAt(action, 'type')?.toLowerCase() === 'rotate' ? 'Rotate' : 'Notify' },
  }))
  return {
    ...resource,
    properties: { ...resource.properties, rotationPolicy: { ...rotationPolicy, lifetimeActions } },
  }
}

const roleById = new Map(roleNames().map((role) => [builtInRoles[role].id, role]))

/**
 * What an assignment of the file gives here, and the people it names; undefined for a role that is not simulated. One
 * of a management group is of each subscription.
 */
function roleAssignmentsOf(
  { id, name, properties }: CopiedResource,
  subscriptions: readonly string[],
  { users, groups }: People,
): RoleAssignment[] | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was parsed from JSON
  const of = (properties ?? {}) as JsonObject
  const role = roleById.get(textAt(of, 'roleDefinitionId')?.split('/').at(-1)?.toLowerCase() ?? '')
  const principalId = textAt(of, 'principalId')?.toLowerCase()
  if (role === undefined || principalId === undefined) return undefined
  const kind = textAt(of, 'principalType')
  const displayName = `${kind} ${principalId.slice(0, 8)}`
  if (kind === 'User' && !users.has(principalId)) users.set(principalId, userNamed(principalId, displayName))
  if (kind === 'Group' && !groups.has(principalId)) {
    // Who is in it is not known: one person stands for all.
    const member = guidOf(`member of ${principalId}`)
    groups.set(principalId, { id: principalId, displayName, members: [member] })
    users.set(member, userNamed(member, `Member of ${displayName}`))
  }
  const scope = textAt(of, 'scope') ?? id.replace(/\/providers\/Microsoft\.Authorization\/.*$/i, '')
  const isBelow = /^\/subscriptions\/[^/]/i.test(scope)
  if (isBelow && !subscriptions.includes(scope.split('/')[2]?.toLowerCase() ?? '')) return []
  const condition = textAt(of, 'condition')
  const conditionVersion = textAt(of, 'conditionVersion')
  const description = textAt(of, 'description')
  const [createdBy, updatedBy] = [textAt(of, 'createdBy'), textAt(of, 'updatedBy')]
  const [createdAt, updatedAt] = ['createdOn', 'updatedOn'].map((key) => Date.parse(textAt(of, key) ?? ''))
  return (isBelow ? [scope] : subscriptions.map((subscription) => `/subscriptions/${subscription}`)).map((at) => ({
    principalId,
    role,
    scope: at,
    name: isBelow ? name : guidOf(`${name} ${at}`),
    ...(createdAt !== undefined && !Number.isNaN(createdAt) && { createdAt }),
    ...(updatedAt !== undefined && !Number.isNaN(updatedAt) && { updatedAt }),
    ...(createdBy !== undefined && { createdBy }),
    ...(updatedBy !== undefined && { updatedBy }),
    ...(description !== undefined && { description }),
    ...(condition !== undefined && { condition }),
    ...(conditionVersion !== undefined && { conditionVersion }),
  }))
}

/**
 * The roles that explain what the person may do at a scope, beyond those that are known: a role of a group, or one
 * whose assignment could not be read.
 */
function impliedRoles(
  { scope, roles, principalId }: { scope: string; roles: readonly object[]; principalId: string },
  known: readonly RoleAssignment[],
): RoleAssignment[] {
  const has = (role: RoleName) =>
    known.some(
      (one) =>
        one.principalId === principalId &&
        one.role === role &&
        `${scope}/`.toLowerCase().startsWith(`${one.scope}/`.toLowerCase()),
    )
  return roleNames()
    .filter((role) => roles.some((allowed) => sameActions(allowed, role)) && !has(role))
    .map((role) => ({ principalId, role, scope, name: guidOf(`${principalId} ${role} ${scope}`) }))
}

function sameActions(allowed: object, role: RoleName): boolean {
  const { actions, notActions = [], dataActions = [] } = builtInRoles[role]
  const sorted = (list: unknown) => (Array.isArray(list) ? list.map(String).sort().join(' ').toLowerCase() : '')
  const read = new Map(Object.entries(allowed))
  return (
    sorted(read.get('actions')) === sorted(actions) &&
    sorted(read.get('notActions')) === sorted(notActions) &&
    sorted(read.get('dataActions')) === sorted(dataActions)
  )
}
