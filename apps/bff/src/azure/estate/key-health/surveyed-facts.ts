import { resourceType, tryParseResourceId } from '@portal/arm'
import type { DiskEncryptionSetFacts } from '@portal/disk-encryption'
import type { SurveyedFacts } from '@portal/portal-api'
import * as z from 'zod/mini'
import { defined } from '../../arm/wire-facts.ts'
import { armIdentity, principalIdsOf } from '../../disk-encryption-sets/disk-encryption-sets.ts'
import { concerns, isAbove, policyAccess, roleAccess } from '../../disk-encryption-sets/keys/key-access.ts'
import { keyVaultProperties, toKeyVaultFacts, type ReadKeyVault } from '../../disk-encryption-sets/keys/key-vaults.ts'
import type { ArmRoleAssignment } from '../../subscriptions/role-assignments.ts'
import { assignmentOf } from './granted-role.ts'
import { setInGraph } from './set-steps.ts'

/** A row of the survey's query. */
export const setOfSurvey = z.extend(setInGraph, {
  identity: z.nullish(armIdentity),
  previousKeys: z.nullish(z.array(z.object({ keyUrl: z.string() }))),
  lastRotation: z.string(),
  /** '' if the set has none */
  federatedClientId: z.string(),
  /** in lower case; '' if the set names none */
  vaultId: z.string(),
  // null if Resource Graph has no such vault, or the user can't see it
  vaultArmId: z.nullish(z.string()),
  vaultName: z.nullish(z.string()),
  vaultLocation: z.nullish(z.string()),
  vaultProperties: z.nullish(keyVaultProperties),
  /** of its first identity, as `grantText` writes them */
  grants: z.nullish(z.array(z.string())),
})

/** A set with its vault, if Resource Graph shows it. */
export type SurveyedSet = z.output<typeof setOfSurvey> & { vault: ReadKeyVault | undefined }

/** A row with its vault in one. */
export function toSurveyedSet(row: z.output<typeof setOfSurvey>): SurveyedSet {
  const { vaultArmId: id, vaultName: name, vaultLocation: location, vaultProperties: properties } = row
  return { ...row, vault: id && name && location && properties ? { id, name, location, properties } : undefined }
}

/** What matters of the access to vaults besides the grants of the sets' first identities. */
export interface AccessBeyondOwn {
  /** of groups, and of all identities of the sets without a grant */
  assignments: ArmRoleAssignment[]
  /** the subscriptions, in lower case, whose role assignments the user can read */
  readable: ReadonlySet<string>
  /** of the sets whose vaults are asked about */
  identities: ReadonlySet<string>
}

/** Whether the vault of a set uses Azure RBAC. */
export function usesRoles({ vault }: SurveyedSet): boolean {
  return vault?.properties.enableRbacAuthorization === true
}

/** Whether an identity of a set has a grant of its own for the keys of its vault. */
export function hasOwnGrant(row: SurveyedSet): boolean {
  if (!row.vault) return false
  if (usesRoles(row)) return ownAssignments(row).length > 0
  const principals = principalIdsOf(row)
  return row.vault.properties.accessPolicies?.some(({ objectId }) => principals.includes(objectId)) ?? false
}

/**
 * What Resource Graph knows about the key of a set; undefined if only ARM can tell: the vault is hidden or gone, or a
 * grant is at a management group.
 */
export function factsOfSurveyed(row: SurveyedSet, beyond: AccessBeyondOwn): SurveyedFacts | undefined {
  const facts: Omit<SurveyedFacts, 'vault' | 'keyAccess'> = {
    identity: { type: row.identity?.type ?? 'None', principalIds: principalIdsOf(row) },
    keyUrl: row.keyUrl,
    previousKeys: row.previousKeys?.map(({ keyUrl }) => keyUrl) ?? [],
    ...defined({ lastKeyRotationTimestamp: instant(row.lastRotation) }),
  }
  if (row.federatedClientId !== '') return { ...facts, vault: 'inAnotherTenant', keyAccess: 'unreadable' }
  if (row.vaultId === '') return { ...facts, vault: 'notNamed', keyAccess: 'unreadable' }
  const parsed = tryParseResourceId(row.vaultId)
  if (parsed !== undefined && resourceType(parsed).toLowerCase() !== 'microsoft.keyvault/vaults')
    return { ...facts, vault: 'managedHsm', keyAccess: 'unreadable' }
  if (!row.vault) return undefined
  const keyAccess = keyAccessOf(row, row.vault.id, beyond)
  return keyAccess && { ...facts, vault: toKeyVaultFacts(row.vault), keyAccess }
}

function keyAccessOf(
  row: SurveyedSet,
  vaultId: string,
  { assignments, readable, identities }: AccessBeyondOwn,
): DiskEncryptionSetFacts['keyAccess'] | undefined {
  const principals = principalIdsOf(row)
  if (!usesRoles(row)) return row.vault ? policyAccess(row.vault, principals, identities) : undefined
  const own = ownAssignments(row)
  const found = own.length > 0 ? own : assignments.filter(({ scope }) => concerns(scope, vaultId))
  const ofSet = found.filter(
    ({ principalId, principalType }) => principals.includes(principalId) || principalType === 'Group',
  )
  if (ofSet.some(({ scope }) => isAbove(scope))) return undefined
  // Every subscription has an owner: who sees no assignment can't read them.
  const subscriptionId = vaultId.split('/')[2]?.toLowerCase() ?? ''
  if (own.length === 0 && principals.length > 0 && !readable.has(subscriptionId)) return 'unreadable'
  return roleAccess(found, { principals, vaultId, keyUrl: row.keyUrl })
}

function ownAssignments({ grants, vault }: SurveyedSet): ArmRoleAssignment[] {
  return (grants ?? []).map(assignmentOf).filter(({ scope }) => concerns(scope, vault?.id ?? ''))
}

// Azure's own form has more digits than ISO 8601 needs.
function instant(text: string): string | undefined {
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
