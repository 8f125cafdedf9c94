import { sameRegion, subscriptionIdOf, type AzureCloud } from '@portal/arm'
import * as z from 'zod/mini'
import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import { keyUrlParts } from './key-url.ts'

/**
 * The requested change of a set's key. Omitted parts stay unchanged: a key that was read a while ago might have been
 * rotated since.
 */
export const keyChange = z.strictObject({
  key: z.optional(
    z.strictObject({
      /** `https://{vault}.vault.azure.net/keys/{key}/{version}` */
      keyUrl: z.string().check(z.maxLength(1024)),
      /** ID of the vault; '' if it is in another subscription */
      sourceVaultId: z.string().check(z.maxLength(1024)),
    }),
  ),
  rotationToLatestKeyVersionEnabled: z.optional(z.boolean()),
})
export type KeyChange = z.infer<typeof keyChange>

/** What can be wrong with a change. The portal has a text for each, in each language. */
export type KeyChangeIssueCode =
  | 'NothingChanges'
  | 'KeyUrlRequired'
  | 'KeyUrlInvalid'
  | 'KeyUrlOfAnotherCloud'
  | 'KeyVersionRequired'
  | 'KeyVaultNotOfKey'
  | 'KeyVaultInAnotherSubscription'
  | 'KeyVaultInAnotherRegion'
  | 'KeyVaultWithoutPurgeProtection'
  | 'AutoRotationNotForConfidential'

export interface KeyChangeIssue {
  field: 'keyUrl' | 'vault' | 'rotation'
  code: KeyChangeIssueCode
}

/** The facts for validating a change. */
interface KeyChangeContext {
  cloud: AzureCloud
  /** the named vault, if it could be read */
  vault?: VaultOfKey | undefined
}

/** The facts of the named vault. */
export interface VaultOfKey {
  /** short name */
  location: string
  /** soft delete and purge protection are on */
  isProtected: boolean
}

/**
 * What Azure would refuse, as far as it can be known beforehand.
 * https://learn.microsoft.com/azure/virtual-machines/disks-enable-customer-managed-keys-portal
 */
export function keyChangeIssues(
  change: KeyChange,
  set: DiskEncryptionSet,
  { cloud, vault }: KeyChangeContext,
): KeyChangeIssue[] {
  const { key, rotationToLatestKeyVersionEnabled: rotation } = change
  const isConfidential = set.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
  const sameKey = key === undefined || key.keyUrl === set.facts?.keyUrl
  const sameRotation = rotation === undefined || rotation === set.rotationToLatestKeyVersionEnabled
  const found: (KeyChangeIssue | false | undefined)[] = [
    key && keyUrlIssue(key.keyUrl, cloud),
    ...(key && key.sourceVaultId !== '' ? vaultIssues(key, set) : []),
    vault !== undefined &&
      !sameRegion(vault.location, set.location) && { field: 'vault', code: 'KeyVaultInAnotherRegion' },
    vault !== undefined && !vault.isProtected && { field: 'vault', code: 'KeyVaultWithoutPurgeProtection' },
    // https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview#encryption-key-management
    isConfidential && rotation === true && { field: 'rotation', code: 'AutoRotationNotForConfidential' },
  ]
  const issues = found.filter((issue) => issue !== undefined && issue !== false)
  return issues.length === 0 && sameKey && sameRotation ? [{ field: 'keyUrl', code: 'NothingChanges' }] : issues
}

interface KeyUrlIssue {
  field: 'keyUrl'
  code: 'KeyUrlRequired' | 'KeyUrlInvalid' | 'KeyUrlOfAnotherCloud' | 'KeyVersionRequired'
}

// The version is required even if the key rotates automatically.
// https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/update
/** What is wrong with the URL of a set's key; the vault's domain is compared only if the cloud is given. */
export function keyUrlIssue(keyUrl: string, cloud?: AzureCloud): KeyUrlIssue | undefined {
  if (keyUrl === '') return { field: 'keyUrl', code: 'KeyUrlRequired' }
  const parts = keyUrlParts(keyUrl)
  if (parts === undefined) return { field: 'keyUrl', code: 'KeyUrlInvalid' }
  const { suffixes } = cloud ?? {}
  if (suffixes && parts.dnsSuffix !== suffixes.keyVaultDns && parts.dnsSuffix !== suffixes.mhsmDns)
    return { field: 'keyUrl', code: 'KeyUrlOfAnotherCloud' }
  return parts.version === '' ? { field: 'keyUrl', code: 'KeyVersionRequired' } : undefined
}

function vaultIssues(
  { keyUrl, sourceVaultId }: NonNullable<KeyChange['key']>,
  { id }: DiskEncryptionSet,
): (KeyChangeIssue | false)[] {
  const vaultName = keyUrlParts(keyUrl)?.vaultName.toLowerCase()
  const isOfKey = vaultName === undefined || sourceVaultId.toLowerCase().endsWith(`/${vaultName}`)
  return [
    !isOfKey && { field: 'vault', code: 'KeyVaultNotOfKey' },
    subscriptionIdOf(sourceVaultId) !== subscriptionIdOf(id) && {
      field: 'vault',
      code: 'KeyVaultInAnotherSubscription',
    },
  ]
}
