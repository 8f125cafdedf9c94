import type { Finding } from '@portal/image-version'

/**
 * The same findings in the few words that a cell has room for, which names the set above them; the whole sentence is
 * with the set. What is not here shows its sentence.
 */
export type ReadinessBriefs = Partial<Record<Finding['code'], (params: Finding['params']) => string>>

export const readinessBriefsEn = {
  DiskEncryptionSetInAnotherRegion: () => 'in another region',
  DiskEncryptionSetInAnotherSubscription: () => 'in another subscription',
  DiskEncryptionSetKeyNotRotating: () => 'its key does not rotate',
  DiskEncryptionSetNotReady: () => 'not made yet',
  DiskEncryptionSetOfAnotherType: () => 'of another type',
  DiskEncryptionSetWithoutIdentity: () => 'no managed identity',
  KeyAccessJustGranted: () => 'access just granted',
  KeyAccessMissing: () => 'no access to its key',
  KeyAccessNotSeen: () => 'no access to its key seen',
  KeyAccessByUnknownRole: () => 'access by a custom role',
  KeyAccessUnreadable: () => 'access cannot be read',
  KeyDisabled: () => 'key disabled',
  KeyExpired: () => 'key expired',
  KeyExpiresSoon: ({ days }) => (days === 1 ? 'key expires in 1 day' : `key expires in ${days} days`),
  KeyNeverRotates: () => 'key never rotates',
  KeyNotFound: () => 'key not found',
  KeyNotForConfidentialDisks: () => 'key not for confidential disks',
  KeyNotYetValid: () => 'key not valid yet',
  KeyRotationNeedsExpiryDate: () => 'key never rotates',
  KeyTypeNotSupported: () => 'key of a type Azure does not take',
  KeyUnreadable: () => 'key cannot be read',
  KeyVaultFirewallClosed: () => 'key vault behind a firewall',
  KeyVaultInAnotherRegion: () => 'key vault in another region',
  KeyVaultInPerimeter: () => 'key vault in a security perimeter',
  KeyVaultNotFound: () => 'key vault not found',
  KeyVaultNotNamed: () => 'key vault elsewhere',
  KeyVaultPrivate: () => 'private key vault not checked',
  KeyVaultPrivateAccessOnly: () => 'private key vault',
  KeyVaultUnreadable: () => 'key vault cannot be read',
  KeyVaultWithoutPurgeProtection: () => 'no purge protection',
  KeyVersionNotNamed: () => 'key version missing',
  ManagedHsmNotChecked: () => 'managed HSM not checked',
  ReadinessNotRead: () => 'not checked yet',
} satisfies ReadinessBriefs
