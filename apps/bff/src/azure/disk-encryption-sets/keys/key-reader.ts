import { formatResourceId, parseSetId, type ResourceId, resourceType, tryParseResourceId } from '@portal/arm'
import { type DiskEncryptionSetFacts, type KeyFacts, keyUrlParts } from '@portal/disk-encryption'
import type { Freshness, KeyAddress, ReadDiskEncryptionSet } from '@portal/portal-api'
import type { Caller } from '../../../auth/caller.ts'
import { ArmRefusal } from '../../arm/arm-reply.ts'
import type { Azure, AzureSession } from '../../arm/clients.ts'
import { recentReadings, type RecentReadings } from '../../arm/recent-readings.ts'
import { unlessHidden } from '../../arm/sdk-answers.ts'
import { defined } from '../../arm/wire-facts.ts'
import { type ArmRoleAssignment, listRoleAssignments } from '../../subscriptions/role-assignments.ts'
import {
  type ArmDiskEncryptionSet,
  hasKnownType,
  principalIdsOf,
  readDiskEncryptionSets,
  toDiskEncryptionSet,
} from '../disk-encryption-sets.ts'
import { concerns, policyAccess, roleAccess } from './key-access.ts'
import { type CurrentKey, getCurrentKey, getKeyVersion } from './key-facts.ts'
import { type ArmKeyVault, getKeyVault, listKeyVaults, parseVaultId, toKeyVaultFacts } from './key-vaults.ts'

/**
 * Reads the facts that the caller can read about the keys of disk encryption sets: each vault, key and list of roles
 * once for all sets, and `recent` ones at most once a minute.
 */
export interface KeyReader {
  /**
   * The sets as Azure has them now, with the facts of their keys. Those that Azure does not have, or hides, and those
   * of a type without rules are omitted. Throws `InvalidResourceId` for the ID of something else.
   */
  factsOf(session: AzureSession, setIds: readonly string[], freshness: Freshness): Promise<ReadDiskEncryptionSet[]>
  /** Versions of keys, in their order. Throws `InvalidResourceId` for the ID of something else than a vault. */
  keysAt(
    session: AzureSession,
    addresses: readonly KeyAddress[],
    freshness: Freshness,
  ): Promise<DiskEncryptionSetFacts['key'][]>
  /** Removes what was read for the caller, after a change. */
  forget(caller: Caller): void
}

type Hidden = 'unreadable' | 'notFound'
type Facts = DiskEncryptionSetFacts

/** What was read, and Azure's time of it, ISO 8601. */
interface Reading<T> {
  value: T | Hidden
  readAt: string
}

/** How old what a request uses can be, and Azure's times of what it used. */
interface Look extends AzureSession {
  notBefore: number | undefined
  times: string[]
  /** of vaults whose subscription has more of them in the request */
  lists: VaultLists
}

/** The vaults of subscriptions, and who has which role there: one call each instead of one for each vault. */
interface VaultLists {
  vaultAt(id: ResourceId): Promise<ArmKeyVault | undefined>
  assignmentsAt(id: ResourceId): Promise<ArmRoleAssignment[] | undefined>
}

/** From how many vaults of a subscription on their lists are read. */
const manyVaults = 3

/** `now` is in ms, and never goes back. */
export function keyReader(now: () => number): KeyReader {
  const vaults = recentReadings<Reading<ArmKeyVault>>(now)
  const keys = recentReadings<Reading<CurrentKey>>(now)
  const versions = recentReadings<Reading<KeyFacts>>(now)
  const roles = recentReadings<Reading<ArmRoleAssignment[]>>(now)

  // One call for each key: the set uses its latest version, except during a rotation. The policy belongs to the key.
  async function keyOf(look: Omit<Look, 'lists'>, vault: ResourceId, keyUrl: string): Promise<Facts['key']> {
    const { azure } = look
    const { keyName: name = '', version = '' } = keyUrlParts(keyUrl) ?? {}
    if (name === '' || version === '') return 'notFound'
    const keyId = `${formatResourceId(vault)}/keys/${name}`
    const current = await lookAt(look, keys, { id: keyId, read: () => getCurrentKey(azure, vault, name) })
    if (current === 'notFound') return 'notFound'
    if (current !== 'unreadable' && current.version === version.toLowerCase()) return current.facts
    const rotationPolicy = current === 'unreadable' ? 'unreadable' : current.facts.rotationPolicy
    const read = () => getKeyVersion(azure, vault, { name, version, rotationPolicy })
    return lookAt(look, versions, { id: keyUrl, read })
  }

  async function factsOfSet(look: Look, set: ArmDiskEncryptionSet, identities: Set<string>): Promise<Facts> {
    const { azure } = look
    const facts: Facts = {
      identity: { type: set.identity?.type ?? 'None', principalIds: principalIdsOf(set) },
      keyUrl: set.activeKey?.keyUrl ?? '',
      previousKeys: set.previousKeys?.map(({ keyUrl }) => keyUrl) ?? [],
      ...defined({ lastKeyRotationTimestamp: set.lastKeyRotationTimestamp?.toISOString() }),
      vault: 'notNamed',
      key: 'unreadable',
      keyAccess: 'unreadable',
    }
    if (set.federatedClientId) return { ...facts, vault: 'inAnotherTenant' }
    const id = tryParseResourceId(set.activeKey?.sourceVault?.id ?? '')
    if (id === undefined) return facts
    const type = resourceType(id).toLowerCase()
    if (type !== 'microsoft.keyvault/vaults') return { ...facts, vault: 'managedHsm' }
    const vaultId = formatResourceId(id)
    const readVault = async () => (await look.lists.vaultAt(id)) ?? getKeyVault(azure, vaultId)
    const vault = await lookAt(look, vaults, { id: vaultId, read: readVault })
    if (typeof vault === 'string') return { ...facts, vault }
    const usesRoles = vault.properties.enableRbacAuthorization === true
    const readRoles = async () => (await look.lists.assignmentsAt(id)) ?? listRoleAssignments(azure, vaultId)
    const [key, assignments] = await Promise.all([
      keyOf(look, id, facts.keyUrl),
      usesRoles ? lookAt(look, roles, { id: vaultId, read: readRoles }) : [],
    ])
    const principals = facts.identity.principalIds
    return {
      ...facts,
      vault: toKeyVaultFacts(vault),
      key,
      keyAccess: usesRoles
        ? typeof assignments === 'string'
          ? 'unreadable'
          : roleAccess(assignments, { principals, vaultId, keyUrl: facts.keyUrl })
        : policyAccess(vault, principals, identities),
    }
  }

  // One moment for all that a request reads, so that its sets share what they have in common.
  const notBefore = (freshness: Freshness) => (freshness === 'fresh' ? now() : undefined)

  return {
    async factsOf(session, setIds, freshness) {
      const from = notBefore(freshness)
      const ids = setIds.map((id) => parseSetId(id))
      const wanted = new Set(ids.map((id) => formatResourceId(id).toLowerCase()))
      const subscriptions = [...new Set(ids.map(({ subscriptionId }) => subscriptionId.toLowerCase()))]
      // Not cached: it is one call, and its response has Azure's time.
      const all = await Promise.all(subscriptions.map((id) => orHidden(readDiskEncryptionSets(session.azure, id))))
      const sets = all.flatMap((list) => (typeof list === 'string' ? [] : list))
      const identities = new Set(sets.flatMap(principalIdsOf))
      const found = sets.filter((set) => wanted.has(set.id.toLowerCase()) && hasKnownType(set))
      const listedAt = session.azure.now()
      const lists = vaultLists(session.azure, found)
      return Promise.all(
        found.map(async (set) => {
          const look: Look = { ...session, notBefore: from, times: [listedAt], lists }
          const facts = await factsOfSet(look, set, identities)
          return { ...toDiskEncryptionSet(set), facts, readAt: look.times.toSorted()[0] ?? listedAt }
        }),
      )
    },
    async keysAt(session, addresses, freshness) {
      const look = { ...session, notBefore: notBefore(freshness), times: [] }
      const vaultIds = addresses.map(({ vaultId }) => parseVaultId(vaultId))
      return Promise.all(vaultIds.map(async (id, index) => keyOf(look, id, addresses[index]?.keyUrl ?? '')))
    },
    forget(caller) {
      for (const kept of [vaults, keys, versions, roles]) kept.forget(caller)
    },
  }
}

interface Wanted<T> {
  id: string
  read: () => Promise<T>
}

/** What is kept, or read now; its time is added to those of the look. */
async function lookAt<T>(
  { azure, caller, notBefore, times }: Omit<Look, 'lists'>,
  readings: RecentReadings<Reading<T>>,
  { id, read }: Wanted<T>,
): Promise<T | Hidden> {
  const { value, readAt } = await readings.read(caller, { id, notBefore }, async () => ({
    value: await orHidden(read()),
    readAt: azure.now(),
  }))
  times.push(readAt)
  return value
}

/** A list without a vault, or that the user can't read, says nothing: then each is read by itself. */
function vaultLists(azure: Azure, sets: readonly ArmDiskEncryptionSet[]): VaultLists {
  const ids = new Set(sets.map(({ activeKey }) => (activeKey?.sourceVault?.id ?? '').toLowerCase()))
  const bySubscription = Map.groupBy(ids, (id) => tryParseResourceId(id)?.subscriptionId)
  const ofMany = <T>(read: (subscriptionId: string) => Promise<T>) => {
    const known = new Map<string, Promise<T | undefined>>()
    return ({ subscriptionId }: ResourceId): Promise<T | undefined> => {
      const id = subscriptionId.toLowerCase()
      if ((bySubscription.get(id)?.length ?? 0) < manyVaults) return Promise.resolve(undefined)
      const reading = known.get(id) ?? unlessHidden(read(id))
      known.set(id, reading)
      return reading
    }
  }
  const vaultsOf = ofMany(async (subscriptionId) => {
    const vaults = await listKeyVaults(azure, { subscriptionId })
    return new Map(vaults.map((vault) => [vault.id.toLowerCase(), vault]))
  })
  const assignmentsOf = ofMany((subscriptionId) => listRoleAssignments(azure, `/subscriptions/${subscriptionId}`))
  return {
    vaultAt: async (id) => (await vaultsOf(id))?.get(formatResourceId(id).toLowerCase()),
    assignmentsAt: async (id) =>
      (await assignmentsOf(id))?.filter(({ scope }) => concerns(scope, formatResourceId(id))),
  }
}

// If ARM says that a user has no permission to read, the user sees that, not an empty result.
async function orHidden<T>(call: Promise<T>): Promise<T | Hidden> {
  return call.catch((error: unknown) => {
    if (error instanceof ArmRefusal && error.status === 403) return 'unreadable'
    if (error instanceof ArmRefusal && error.status === 404) return 'notFound'
    throw error
  })
}
