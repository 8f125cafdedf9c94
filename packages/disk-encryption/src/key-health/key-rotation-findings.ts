import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import type { KeyFacts } from './disk-encryption-set-facts.ts'
import { warning, type Finding } from './finding.ts'

/**
 * A key's automatic behavior: it `rotates`, only `notifies`, does nothing (`none`), or would rotate before an expiry
 * that its version does not have (`needsExpiryDate`).
 */
export type KeyRotation = 'rotates' | 'notifies' | 'none' | 'needsExpiryDate' | 'unreadable'

// By default a key only notifies: https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
export function keyRotationOf({ rotationPolicy, expires }: KeyFacts): KeyRotation {
  if (rotationPolicy === 'unreadable') return 'unreadable'
  const { rotate, notify } = rotationPolicy
  if (rotate === undefined) return notify === undefined ? 'none' : 'notifies'
  return rotate.timeAfterCreate === undefined && expires === undefined ? 'needsExpiryDate' : 'rotates'
}

// A set with rotation on uses new versions of its key; the key's own policy creates them.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption#automatic-key-rotation-of-customer-managed-keys
export function keyRotationFindings(set: DiskEncryptionSet): Finding[] {
  const { name, rotationToLatestKeyVersionEnabled, facts } = set
  if (!rotationToLatestKeyVersionEnabled || facts === undefined) return []
  if (typeof facts.vault === 'string' || typeof facts.key === 'string') return []
  const { name: key } = facts.key
  const repair = { action: 'setRotationPolicy', vaultId: facts.vault.id, keyName: key } as const
  switch (keyRotationOf(facts.key)) {
    case 'notifies':
    case 'none':
      return [warning('KeyNeverRotates', { name, key }, repair)]
    case 'needsExpiryDate':
      return [warning('KeyRotationNeedsExpiryDate', { key }, repair)]
    case 'rotates':
    case 'unreadable':
      return []
  }
}
