import type { DiskEncryptionSet, WithDiskEncryptionSets } from '../disk-encryption-set.ts'

/** `inventory` with its sets as they were read later, with the facts of their keys; others are unchanged. */
export function withFacts<I extends WithDiskEncryptionSets>(inventory: I, read: readonly DiskEncryptionSet[]): I {
  const byId = new Map(read.map((set) => [set.id.toLowerCase(), set]))
  const diskEncryptionSets = inventory.diskEncryptionSets.map((set) => {
    const later = byId.get(set.id.toLowerCase())
    return later === undefined ? set : { ...later, id: set.id }
  })
  return { ...inventory, diskEncryptionSets }
}
