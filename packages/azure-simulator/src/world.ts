import type { RoleName } from './built-in-roles.ts'
import type { Clock } from './clock/clock.ts'
import type { DirectoryObject } from './directory/objects.ts'
import { forgetNextKeyVersion } from './next-key-version.ts'
import type { Operation } from './operation.ts'
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
  /** Conditional Access: this user's writes need a token with the authentication context c1 */
  writesNeedSecondFactor?: boolean
  /** a guest: who they are in the tenant that they come from */
  home?: { tenantId: string; id: string; userPrincipalName: string }
}

/** A program that signs in with a secret of its own (grant client_credentials), such as the Azure CLI in a pipeline. */
export interface ServicePrincipal {
  /** object id */
  id: string
  clientId: string
  clientSecret: string
  displayName: string
}

export interface Subscription {
  subscriptionId: string
  displayName: string
}

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export interface RoleAssignment {
  /** object id of a user or a service principal */
  principalId: string
  role: RoleName
  /** `/subscriptions/{id}`, or the id of a group or a resource */
  scope: string
  /** a GUID; by default drawn from the rest */
  name?: string
  /** milliseconds of the clock */
  createdAt?: number
  /** object id of whoever made it; unknown of those that were there at first */
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
 * Something that makes replication go wrong: the regions that use the set of this id, or `region` for a definition's
 * versions.
 */
export interface ReplicationFailure {
  /** id of a disk encryption set or of an image definition */
  id: string
  /** short name; only this region. Absent: every region it touches */
  region?: string
  /** what Azure would say of the region */
  detail: string
}

/** Something that makes writing the versions of a definition go wrong: `throttled` lets each new one wait once. */
export interface WriteFault {
  definitionId: string
  fault: 'busy' | 'throttled'
}

/** Something that a world can show, and what shows it. */
export interface Scenario {
  /** `region-fails`: the portal has the words */
  id: string
  /** what to choose: resources, or regions (`/subscriptions/{id}/locations/japaneast`) */
  resourceIds: string[]
  /** user name of who to sign in as */
  persona?: string
}

/** One tenant as data: who is there, what they may do, and what exists when the simulator starts. */
export interface World {
  tenantId: string
  tenantName: string
  domain: string
  users: User[]
  servicePrincipals: ServicePrincipal[]
  /**
   * object ids of those who hold Entra's role Application Administrator: they register applications and consent for all
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
  /**
   * true: an update that leaves the encryption of a region out takes it away. Azure does not say; usually it stays here
   */
  losesEncryptionLeftOut?: boolean
  scenarios: Scenario[]
}

/** What changes in a tenant beside its resources. Plain data, and Maps of it: it is kept as it is. */
export interface TenantState {
  roleAssignments: RoleAssignment[]
  operations: Map<string, Operation>
  /** what was asked of providers and features, by subscription and name in lower case */
  registrations: Map<string, { to: 'Registered' | 'Unregistered'; endsAt: number }>
  /** over `firstObjects`, by id in lower case: what came or was changed since; null: removed */
  directoryChanges: Map<string, DirectoryObject | null>
  /** of a sandbox that kept the simulator from answering, and lost what was made in it */
  setAside?: SetAside
}

interface SetAside {
  /** how often it was */
  times: number
  /** real time in milliseconds from which its visitor may use it again */
  until: number
  /** its visitor has not asked for that yet */
  isClosed: boolean
}

/**
 * A world at work: the same facts, its resources in a store, and the operations under way. A token's `tid` leads to
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
  /** the most that it may keep for itself; absent: as much as it likes */
  quota?: { resources: number; characters: number }
}

/** A world that many tenants may start from: frozen, so that they can share it. */
export interface FrozenWorld {
  facts: Omit<World, 'resources'>
  base: BaseResources
  firstObjects: ReadonlyMap<string, DirectoryObject>
}

/** Freezes a copy of the world; the given one is not touched. `firstObjects` are those of its directory. */
export function frozenWorld(world: World, firstObjects: ReadonlyMap<string, DirectoryObject>): FrozenWorld {
  const { resources, ...facts } = structuredClone(world)
  for (const object of firstObjects.values()) deepFreeze(object)
  return { facts: deepFreeze(facts), base: baseResources(resources, world.tenantId), firstObjects }
}

/** What is known of a tenant from an earlier start of the process. */
export interface KeptTenant {
  createdAt: number
  state: TenantState
  /** by id in lower case; null: removed */
  resources: Map<string, StoredResource | null>
}

/** Sets a tenant going, anew or from where it was. */
export function tenantFrom(
  { facts, base, firstObjects }: FrozenWorld,
  at: Pick<Tenant, 'tenantId' | 'clock' | 'quota'>,
  kept?: KeptTenant,
): Tenant {
  const { clock, tenantId } = at
  return {
    ...facts,
    ...at,
    firstObjects,
    createdAt: kept?.createdAt ?? clock.now(),
    store: createStore({ clock, tenantId }, base, kept?.resources),
    ...stateAtFirst(facts),
    // What was kept by an earlier release may lack what is newer.
    ...kept?.state,
  }
}

/** Puts a tenant back to the world it started from. Its clock goes on, and its people stay signed in. */
export function resetTenant(tenant: Tenant, { facts }: FrozenWorld): void {
  tenant.store.reset()
  forgetNextKeyVersion(tenant.store)
  Object.assign(tenant, stateAtFirst(facts))
}

/** The part of a tenant that `KeptTenant` wants. */
export function stateOf(tenant: Tenant): TenantState {
  const { roleAssignments, operations, registrations, directoryChanges, setAside } = tenant
  return { roleAssignments, operations, registrations, directoryChanges, ...(setAside && { setAside }) }
}

function stateAtFirst({ roleAssignments }: Pick<World, 'roleAssignments'>): TenantState {
  return {
    roleAssignments: [...roleAssignments],
    operations: new Map(),
    registrations: new Map(),
    directoryChanges: new Map(),
  }
}
