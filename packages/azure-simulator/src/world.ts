import type { RoleName } from './built-in-roles.ts'
import type { Clock } from './clock/clock.ts'
import type { ApplicationObject, DirectoryObject } from './directory/objects.ts'
import { forgetNextKeyVersion } from './next-key-version.ts'
import type { Operation } from './operation.ts'
import { pastChanges, type PastChange, type ResourceChange } from './resource-change.ts'
import type { Scenario } from './scenario.ts'
import { baseResources, type BaseResources } from './store/base-resources.ts'
import { deepFreeze } from './store/deep-freeze.ts'
import { createStore, type Store, type StoredResource } from './store/store.ts'

/** A person of the tenant. Nobody has a password here: the sign-in page lists them. */
export interface User {
  /** object id, a GUID */
  id: string
  userPrincipalName: string
  displayName: string
  jobTitle: { en: string; it: string }
  /** signs in without a second factor until a claims challenge requires it */
  signsInWithoutSecondFactor?: boolean
  /** a guest: their identity in their home tenant */
  home?: { tenantId: string; id: string; userPrincipalName: string }
}

/** A program that signs in with its own secret (grant client_credentials), for example the Azure CLI in a pipeline. */
export interface ServicePrincipal {
  /** object id */
  id: string
  clientId: string
  clientSecret: string
  displayName: string
}

/** A security group; its members are users and service principals. */
export interface Group {
  /** object id */
  id: string
  displayName: string
  /** object ids */
  members: string[]
}

export interface Subscription {
  subscriptionId: string
  displayName: string
}

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export interface RoleAssignment {
  /** object id of a user, a group or a service principal */
  principalId: string
  role: RoleName
  /** `/subscriptions/{id}`, or the id of a group or a resource */
  scope: string
  /** a GUID; by default drawn from the rest */
  name?: string
  /** milliseconds of the clock */
  createdAt?: number
  /** object ID of its creator; unknown for initial ones */
  createdBy?: string
  /** the same of the last change, with its time */
  updatedAt?: number
  updatedBy?: string
  /** kept as sent, and not evaluated */
  description?: string
  condition?: string
  conditionVersion?: string
}

/**
 * A planted replication failure: the regions that use the set with this ID, or `region` for a definition's versions.
 */
interface ReplicationFailure {
  /** id of a disk encryption set or of an image definition */
  id: string
  /** short name; only this region. Absent: every region it touches */
  region?: string
  /** Azure's message about the region */
  detail: string
  /** a region of a version fails once: removed and added again, or tried again, it completes */
  isRepairable?: boolean
}

/** A planted failure of writes to the versions of a definition: `throttled` makes each new one wait once. */
export interface WriteFault {
  definitionId: string
  fault: 'busy' | 'throttled'
}

/** What Azure counts of galleries in each region of a subscription. */
export type GalleryQuota = 'Gallery' | 'GalleryImage' | 'GalleryImageVersion'

/** A quota of galleries that is not Azure's documented limit in one region of one subscription. */
export interface QuotaLimit {
  name: GalleryQuota
  subscriptionId: string
  /** short name */
  location: string
  limit: number
}

/** One tenant as data: its users, their permissions, and the resources that exist when the simulator starts. */
export interface World {
  tenantId: string
  tenantName: string
  domain: string
  users: User[]
  groups?: Group[]
  servicePrincipals: ServicePrincipal[]
  /** registered here, besides those of the programs */
  applications?: ApplicationObject[]
  /** of other tenants, with a service principal here */
  applicationsOfOthers?: Pick<ApplicationObject, 'appId' | 'displayName'>[]
  /**
   * object IDs of the users with Entra's role Application Administrator: they register applications and grant admin
   * consent
   */
  applicationAdministrators: string[]
  subscriptions: Subscription[]
  roleAssignments: RoleAssignment[]
  /** resource groups too: type Microsoft.Resources/resourceGroups */
  resources: StoredResource[]
  replicationFailures: ReplicationFailure[]
  writeFaults: WriteFault[]
  /** by short name: how many times as long as usual replication takes there */
  slowRegions: Record<string, number>
  /** where they are not the documented ones */
  quotas?: QuotaLimit[]
  /** true: an update that omits the encryption of a region removes it. Azure does not say; by default it stays here */
  losesEncryptionLeftOut?: boolean
  /** what happened before the start, oldest first; the resources are already as it left them */
  history?: PastChange[]
  scenarios: Scenario[]
}

/** What changes in a tenant besides its resources. Plain data, and Maps of it: it is stored unchanged. */
export interface TenantState {
  roleAssignments: RoleAssignment[]
  operations: Map<string, Operation>
  /** what providers and features were asked for, by subscription and name in lowercase */
  registrations: Map<string, { to: 'Registered' | 'Unregistered'; endsAt: number }>
  /** since when sets can't use their keys, by the set's id in lowercase; verified before machines stop */
  keyLosses: Map<string, number>
  /** what was done to resources, of which Resource Graph reports the last 14 days */
  changes: ResourceChange[]
  /** what the latest was before the first change, by the definition's id in lowercase and the region's short name */
  firstLatest: Map<string, Record<string, string>>
  /** over `firstObjects`, by id in lower case: what came or was changed since; null: removed */
  directoryChanges: Map<string, DirectoryObject | null>
  /** of a sandbox that blocked the simulator, and lost its changes */
  setAside?: SetAside
  /** of a sandbox in which a copied estate was opened: its people and subscriptions, in the place of the world's */
  copied?: CopiedEstate | undefined
}

/** Whose estate was copied; all of its resources are the sandbox's own. */
export type CopiedEstate = Pick<World, 'tenantName' | 'users' | 'groups' | 'subscriptions'>

interface SetAside {
  /** how often it was */
  times: number
  /** real time in milliseconds from which its visitor can use it again */
  until: number
  /** its visitor has not requested that yet */
  isClosed: boolean
}

/**
 * A running world: the same facts, its resources in a store, and the operations in progress. A token's `tid` selects
 * one.
 */
export interface Tenant extends Omit<World, 'resources' | 'roleAssignments'>, TenantState {
  /** Azure's time in this tenant */
  clock: Clock
  /** milliseconds of the clock when the tenant was set going */
  createdAt: number
  store: Store
  /** applications, service principals and consents of the beginning, by id in lower case; shared and frozen */
  firstObjects: ReadonlyMap<string, DirectoryObject>
  /** the limit of its own data; absent: unlimited */
  quota?: { resources: number; characters: number }
  /** the origin of Event Grid here; absent: no event is sent, as in a sandbox, whose visitor is a stranger */
  eventGridOrigin?: string
  /** those whose key vaults its disk encryption sets can use, by an application; absent: there are none */
  others?: () => readonly Tenant[]
}

/** A world that many tenants can start from: frozen, so that they can share it. */
export interface FrozenWorld {
  facts: Omit<World, 'resources'>
  base: BaseResources
  firstObjects: ReadonlyMap<string, DirectoryObject>
}

/**
 * The world, or a frozen copy if it is not frozen: the given one is not touched. `firstObjects` are those of its
 * directory.
 */
export function frozenWorld(world: World, firstObjects: ReadonlyMap<string, DirectoryObject>): FrozenWorld {
  const { resources, ...facts } = Object.isFrozen(world) ? world : structuredClone(world)
  for (const object of firstObjects.values()) deepFreeze(object)
  return { facts: deepFreeze(facts), base: baseResources(resources, world.tenantId), firstObjects }
}

/** What a tenant began as: the world, or nothing but the people and subscriptions of a copied estate. */
export function beginningOf({ facts, base, firstObjects }: FrozenWorld, copied: CopiedEstate | undefined): FrozenWorld {
  if (copied === undefined) return { facts, base, firstObjects }
  const planned = { replicationFailures: [], writeFaults: [], slowRegions: {}, quotas: [], scenarios: [] }
  const nothing = {
    ...planned,
    groups: [],
    roleAssignments: [],
    servicePrincipals: [],
    applicationAdministrators: [],
    history: [],
  }
  return { facts: { ...facts, ...nothing, ...copied }, base: baseResources([], facts.tenantId), firstObjects }
}

/** A tenant's state from an earlier start of the process. */
export interface StoredTenant {
  createdAt: number
  state: TenantState
  /** by id in lower case; null: removed */
  resources: Map<string, StoredResource | null>
}

/** Starts a tenant, from the beginning or from its stored state. */
export function tenantFrom(
  world: FrozenWorld,
  at: Pick<Tenant, 'tenantId' | 'clock' | 'quota' | 'others'>,
  stored?: StoredTenant,
): Tenant {
  const { facts, base, firstObjects } = beginningOf(world, stored?.state.copied)
  const { clock, tenantId } = at
  const createdAt = stored?.createdAt ?? clock.now()
  return {
    ...facts,
    ...at,
    firstObjects: facts.tenantId === tenantId ? firstObjects : ofTenant(firstObjects, facts.tenantId, tenantId),
    createdAt,
    store: createStore({ clock, tenantId }, base, stored?.resources),
    ...stateAtFirst(facts, createdAt),
    // Data stored by an earlier release might lack newer properties.
    ...stored?.state,
  }
}

// The issuer of a federated credential is the tenant of the identity that it is for.
function ofTenant(
  objects: ReadonlyMap<string, DirectoryObject>,
  before: string,
  tenantId: string,
): ReadonlyMap<string, DirectoryObject> {
  const seen = (object: DirectoryObject): DirectoryObject =>
    object.kind === 'application' && object.federatedIdentityCredentials.length > 0
      ? {
          ...object,
          federatedIdentityCredentials: object.federatedIdentityCredentials.map((credential) => ({
            ...credential,
            issuer: credential.issuer.replace(before, tenantId),
          })),
        }
      : object
  return new Map([...objects].map(([id, object]) => [id, seen(object)]))
}

/** Resets a tenant to its initial world, with its time and the pace of that. Its users stay signed in. */
export function resetTenant(tenant: Tenant, { facts, base }: FrozenWorld): void {
  tenant.store.reset(base)
  forgetNextKeyVersion(tenant.store)
  tenant.clock.restart(tenant.createdAt)
  const { tenantId: _, ...others } = facts
  Object.assign(tenant, others, stateAtFirst(facts, tenant.createdAt))
}

/** The part of a tenant that `StoredTenant` needs. */
export function stateOf(tenant: Tenant): TenantState {
  const { roleAssignments, operations, registrations, keyLosses, changes, directoryChanges, setAside, copied } = tenant
  const { firstLatest } = tenant
  return {
    roleAssignments,
    operations,
    registrations,
    keyLosses,
    changes,
    firstLatest,
    directoryChanges,
    ...(setAside && { setAside }),
    ...(copied && { copied }),
  }
}

function stateAtFirst(
  { roleAssignments, history = [] }: Pick<World, 'roleAssignments' | 'history'>,
  startedAt: number,
): TenantState {
  return {
    changes: pastChanges(history, startedAt),
    roleAssignments: [...roleAssignments],
    operations: new Map(),
    registrations: new Map(),
    keyLosses: new Map(),
    firstLatest: new Map(),
    directoryChanges: new Map(),
    copied: undefined,
  }
}
