import type { Finding } from '@portal/disk-encryption'
import { catalogue } from '../catalogue.ts'

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

export const readinessBriefsIt: typeof readinessBriefsEn = {
  ConfidentialOrchestratorNotChecked: () => 'rilascio non verificato',
  DiskEncryptionSetInAnotherRegion: () => 'in un’altra area',
  DiskEncryptionSetInAnotherSubscription: () => 'in un’altra sottoscrizione',
  DiskEncryptionSetKeyNotRotating: () => 'chiave non ruotata',
  DiskEncryptionSetNotReady: () => 'non pronto',
  DiskEncryptionSetOfAnotherType: () => 'tipo diverso',
  DiskEncryptionSetWithoutIdentity: () => 'senza identità gestita',
  KeyAccessJustGranted: () => 'accesso appena concesso',
  KeyAccessMissing: () => 'nessun accesso alla chiave',
  KeyAccessNotSeen: () => 'accesso alla chiave non confermato',
  KeyAccessByUnknownRole: () => 'accesso con ruolo personalizzato',
  KeyAccessUnreadable: () => 'accesso non leggibile',
  KeyDisabled: () => 'chiave disabilitata',
  KeyExpired: () => 'chiave scaduta',
  KeyExpiresSoon: ({ days }) => (days === 1 ? 'la chiave scade tra 1 giorno' : `la chiave scade tra ${days} giorni`),
  KeyNeverRotates: () => 'chiave senza rotazione',
  KeyNotFound: () => 'chiave non trovata',
  KeyNotForConfidentialDisks: () => 'chiave non adatta a dischi riservati',
  KeyNotYetValid: () => 'chiave non ancora valida',
  KeyRotationNeedsExpiryDate: () => 'chiave senza rotazione',
  KeyTypeNotSupported: () => 'tipo di chiave non supportato',
  KeyUnreadable: () => 'chiave non leggibile',
  KeyVaultFirewallClosed: () => 'bloccato dal firewall dell’insieme di credenziali',
  KeyVaultInAnotherRegion: () => 'insieme di credenziali in un’altra area',
  KeyVaultInPerimeter: () => 'insieme di credenziali in perimetro di sicurezza',
  KeyVaultInAnotherTenant: () => 'chiave in un altro tenant non verificata',
  KeyVaultNotFound: () => 'insieme di credenziali non trovato',
  KeyVaultNotNamed: () => 'insieme di credenziali non verificato',
  KeyVaultPrivate: () => 'insieme di credenziali privato non verificato',
  KeyVaultPrivateAccessOnly: () => 'insieme di credenziali privato',
  KeyVaultUnreadable: () => 'insieme di credenziali non leggibile',
  KeyVaultWithoutPurgeProtection: () => 'senza protezione dalla rimozione definitiva',
  KeyVersionNotNamed: () => 'versione della chiave mancante',
  ManagedHsmNotChecked: () => 'HSM gestito non verificato',
  ReadinessNotRead: () => 'non ancora verificato',
}

/** The findings about sets in a few words, in the language shown, without the other texts of readiness. */
export const useReadinessBriefs = catalogue<ReadinessBriefs>({ en: readinessBriefsEn, it: readinessBriefsIt })
