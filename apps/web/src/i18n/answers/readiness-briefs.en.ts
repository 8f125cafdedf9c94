import type { Finding } from '@portal/disk-encryption'

/**
 * The same findings in the few words that a cell has room for, which names the set above them; the whole sentence is
 * with the set. What is not here shows its sentence.
 */
export type ReadinessBriefs = Partial<Record<Finding['code'], (params: Finding['params']) => string>>

export const readinessBriefsEn = {
  ConfidentialOrchestratorNotChecked: () => 'key release not checked',
  DiskEncryptionSetInAnotherRegion: () => 'in another region',
  DiskEncryptionSetInAnotherSubscription: () => 'in another subscription',
  DiskEncryptionSetKeyNotRotating: () => 'key doesn’t rotate',
  DiskEncryptionSetNotReady: () => 'not ready',
  DiskEncryptionSetOfAnotherType: () => 'different type',
  DiskEncryptionSetWithoutIdentity: () => 'no managed identity',
  KeyAccessJustGranted: () => 'access just granted',
  KeyAccessMissing: () => 'no access to key',
  KeyAccessNotSeen: () => 'key access not confirmed',
  KeyAccessByUnknownRole: () => 'access through custom role',
  KeyAccessUnreadable: () => 'access can’t be read',
  KeyDisabled: () => 'key disabled',
  KeyExpired: () => 'key expired',
  KeyExpiresSoon: ({ days }) => (days === 1 ? 'key expires in 1 day' : `key expires in ${days} days`),
  KeyNeverRotates: () => 'key never rotates',
  KeyNotFound: () => 'key not found',
  KeyNotForConfidentialDisks: () => 'not for confidential disks',
  KeyNotYetValid: () => 'key not valid yet',
  KeyRotationNeedsExpiryDate: () => 'key never rotates',
  KeyTypeNotSupported: () => 'unsupported key type',
  KeyUnreadable: () => 'key can’t be read',
  KeyVaultFirewallClosed: () => 'blocked by key vault firewall',
  KeyVaultInAnotherRegion: () => 'key vault in another region',
  KeyVaultInPerimeter: () => 'key vault in security perimeter',
  KeyVaultInAnotherTenant: () => 'key in another tenant not checked',
  KeyVaultNotFound: () => 'key vault not found',
  KeyVaultNotNamed: () => 'key vault not checked',
  KeyVaultPrivate: () => 'private key vault not checked',
  KeyVaultPrivateAccessOnly: () => 'private key vault',
  KeyVaultUnreadable: () => 'key vault can’t be read',
  KeyVaultWithoutPurgeProtection: () => 'no purge protection',
  KeyVersionNotNamed: () => 'key version missing',
  ManagedHsmNotChecked: () => 'managed HSM not checked',
  ReadinessNotRead: () => 'not checked yet',
} satisfies ReadinessBriefs
