import { formatResourceId, parseResourceIdOf, resourceType, tryParseResourceId, type ResourceId } from '@portal/arm'
import { keyUrlParts, type DiskEncryptionSetFacts, type FactsOfSet } from '@portal/image-version'
import type { KeyAddress } from '@portal/portal-api'
import type { Caller } from '../../auth/caller.ts'
import { ArmRefusal } from '../arm/arm-reply.ts'
import type { Azure } from '../arm/clients.ts'
import { recentReadings } from '../arm/recent-readings.ts'
import { principalIdsOf, readDiskEncryptionSets, type ArmDiskEncryptionSet } from '../sets/disk-encryption-sets.ts'
import { defined } from '../sources/source-facts.ts'
import { listRoleAssignments, type ArmRoleAssignment } from '../subscriptions/role-assignments.ts'
import { policyAccess, roleAccess } from './key-access.ts'
import { getCurrentKey, getKeyVersion, type CurrentKey } from './key-facts.ts'
import { getKeyVault, parseVaultId, toKeyVaultFacts, type ArmKeyVault } from './key-vaults.ts'

/** The caller, and Azure as they see it. */
export interface Asker {
  azure: Azure
  caller: Caller
  /** keeps, for the audit, the disk encryption sets and keys that Azure had before a write */
  noteBefore?: (resource: unknown) => void
}

/**
 * Reads the facts that the caller can read about the keys of disk encryption sets, each vault and key at most once a
 * minute.
 */
export interface KeyReader {
  /** Sets that Azure does not have, or hides, are omitted. Throws `InvalidResourceId` for the ID of something else. */
  factsOf(asker: Asker, setIds: string[]): Promise<FactsOfSet[]>
  /** Versions of keys, in their order. Throws `InvalidResourceId` for the ID of something else than a vault. */
  keysAt(asker: Asker, addresses: readonly KeyAddress[]): Promise<DiskEncryptionSetFacts['key'][]>
  /** Removes what was read for the caller, after a change. */
  forget(caller: Caller): void
}

type Hidden = 'unreadable' | 'notFound'
type Facts = DiskEncryptionSetFacts

/** `now` is in ms. */
export function keyReader(now: () => number): KeyReader {
  const vaults = recentReadings<ArmKeyVault | Hidden>(now)
  const keys = recentReadings<CurrentKey | Hidden>(now)
  const versions = recentReadings<Facts['key']>(now)
  const roles = recentReadings<ArmRoleAssignment[] | Hidden>(now)

  // One call for each key: the set uses its latest version, except during a rotation. The policy belongs to the key.
  async function keyOf({ azure, caller }: Asker, vault: ResourceId, keyUrl: string): Promise<Facts['key']> {
    const { keyName: name = '', version = '' } = keyUrlParts(keyUrl) ?? {}
    if (name === '' || version === '') return 'notFound'
    const keyId = `${formatResourceId(vault)}/keys/${name}`
    const current = await keys.read(caller, keyId, () => orHidden(getCurrentKey(azure, vault, name)))
    if (current === 'notFound') return 'notFound'
    if (current !== 'unreadable' && current.version === version.toLowerCase()) return current.facts
    const rotationPolicy = current === 'unreadable' ? 'unreadable' : current.facts.rotationPolicy
    return versions.read(caller, keyUrl, () => orHidden(getKeyVersion(azure, vault, { name, version, rotationPolicy })))
  }

  async function factsOfSet(
    { azure, caller }: Asker,
    set: ArmDiskEncryptionSet,
    identities: Set<string>,
  ): Promise<Facts> {
    const facts: Facts = {
      identity: { type: set.identity?.type ?? 'None', principalIds: principalIdsOf(set) },
      keyUrl: set.activeKey?.keyUrl ?? '',
      previousKeys: set.previousKeys?.map(({ keyUrl }) => keyUrl) ?? [],
      ...defined({ lastKeyRotationTimestamp: set.lastKeyRotationTimestamp?.toISOString() }),
      vault: 'notNamed',
      key: 'unreadable',
      keyAccess: 'unreadable',
    }
    const id = tryParseResourceId(set.activeKey?.sourceVault?.id ?? '')
    if (id === undefined) return facts
    const type = resourceType(id).toLowerCase()
    if (type !== 'microsoft.keyvault/vaults') return { ...facts, vault: 'managedHsm' }
    const vaultId = formatResourceId(id)
    const vault = await vaults.read(caller, vaultId, () => orHidden(getKeyVault(azure, vaultId)))
    if (typeof vault === 'string') return { ...facts, vault }
    const usesRoles = vault.properties.enableRbacAuthorization === true
    const [key, assignments] = await Promise.all([
      keyOf({ azure, caller }, id, facts.keyUrl),
      usesRoles ? roles.read(caller, vaultId, () => orHidden(listRoleAssignments(azure, vaultId))) : [],
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

  return {
    async factsOf({ azure, caller }, setIds) {
      const ids = setIds.map((id) => parseResourceIdOf('Microsoft.Compute/diskEncryptionSets', id))
      const wanted = new Set(ids.map((id) => formatResourceId(id).toLowerCase()))
      const subscriptions = [...new Set(ids.map(({ subscriptionId }) => subscriptionId.toLowerCase()))]
      // Not cached: it is one call, and its response has Azure's time.
      const lists = await Promise.all(subscriptions.map((id) => orHidden(readDiskEncryptionSets(azure, id))))
      const all = lists.flatMap((list) => (typeof list === 'string' ? [] : list))
      const identities = new Set(all.flatMap(principalIdsOf))
      const found = all.filter(({ id }) => wanted.has(id.toLowerCase()))
      return Promise.all(
        found.map(async (set) => ({ id: set.id, facts: await factsOfSet({ azure, caller }, set, identities) })),
      )
    },
    async keysAt(asker, addresses) {
      const vaultIds = addresses.map(({ vaultId }) => parseVaultId(vaultId))
      return Promise.all(vaultIds.map(async (id, index) => keyOf(asker, id, addresses[index]?.keyUrl ?? '')))
    },
    forget(caller) {
      for (const kept of [vaults, keys, versions, roles]) kept.forget(caller)
    },
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
