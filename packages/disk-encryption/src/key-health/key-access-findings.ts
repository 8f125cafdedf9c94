import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import type { KeyAccess } from './disk-encryption-set-facts.ts'
import { blocked, note, warning, type Finding } from './finding.ts'
import { keyRoleOf } from './key-role-ids.ts'
import type { Repair } from './repair.ts'

const needed = ['get', 'wrapkey', 'unwrapkey'] as const
const propagationMs = 600_000

// The set's identity can get, wrap and unwrap the key: by an access policy of the vault or, if the vault uses Azure
// RBAC, by an assignment on the key, the vault or above. A group passes its permissions to its members, and the members
// are not read. https://learn.microsoft.com/azure/virtual-machines/disk-encryption
export function keyAccessFindings(set: DiskEncryptionSet, now: string): Finding[] {
  const { id, name, keyVaultName: vault, facts } = set
  if (facts === undefined || typeof facts.vault === 'string' || facts.identity.principalIds.length === 0) return []
  if (facts.keyAccess === 'unreadable') return [note('unknown', 'KeyAccessUnreadable', { name, vault })]
  const held = accessOf(facts.keyAccess, facts.identity.principalIds)
  const grant = { action: 'grantKeyAccess', diskEncryptionSetId: id, vaultId: facts.vault.id } as const
  return [
    ...heldFindings(held, { name, vault, grant, now: Date.parse(now) }),
    ...(set.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
      ? [note('unknown', 'ConfidentialOrchestratorNotChecked', { vault })]
      : []),
  ]
}

/** The identities' permissions on the key; `since` in ms, if the grant has it. */
interface Held {
  missing: string[]
  throughGroup: boolean
  throughUnknownRole: boolean
  since: number | undefined
}

function accessOf(access: KeyAccess, principalIds: string[]): Held {
  const isOwn = (id: string) => principalIds.includes(id)
  if (access.type === 'AccessPolicies') {
    const own = access.policies.filter(({ objectId }) => isOwn(objectId)).flatMap(({ keys }) => keys)
    const others = access.policies.filter(({ objectId }) => !isOwn(objectId))
    return {
      missing: missingOf(own),
      throughGroup: others.some(({ keys }) => missingOf(keys).length === 0),
      throughUnknownRole: false,
      since: undefined,
    }
  }
  const own = access.assignments.filter(({ principalId }) => isOwn(principalId))
  const grants = own.filter(({ roleId }) => keyRoleOf(roleId) === 'usesKeys')
  const instants = grants.map(({ createdOn }) => (createdOn === undefined ? 0 : Date.parse(createdOn)))
  return {
    missing: grants.length > 0 ? [] : [...needed],
    throughGroup: access.assignments.some(
      ({ principalType, roleId }) => principalType === 'Group' && keyRoleOf(roleId) !== 'other',
    ),
    throughUnknownRole: own.some(({ roleId }) => keyRoleOf(roleId) === 'unknown'),
    since: instants.length > 0 ? Math.min(...instants) : undefined,
  }
}

function missingOf(permissions: string[]): string[] {
  const held = new Set(permissions.map((permission) => permission.toLowerCase()))
  return held.has('all') ? [] : needed.filter((permission) => !held.has(permission))
}

function heldFindings(
  { missing, throughGroup, throughUnknownRole, since }: Held,
  { name, vault, grant, now }: { name: string; vault: string; grant: Repair; now: number },
): Finding[] {
  if (missing.length === 0) {
    const isRecent = since !== undefined && now - since < propagationMs
    return isRecent ? [warning('KeyAccessJustGranted', { name, vault }, { action: 'retry' })] : []
  }
  if (throughUnknownRole) return [note('unknown', 'KeyAccessByUnknownRole', { name, vault })]
  if (throughGroup) return [warning('KeyAccessNotSeen', { name, vault }, grant)]
  return [blocked('KeyAccessMissing', { name, vault, missing: missing.join(', ') }, grant)]
}
