import type { Inventory } from '../inventory.ts'
import type { DiskEncryptionSetFacts } from './disk-encryption-set-facts.ts'

/** The facts of a set, by the set's id. */
export interface FactsOfSet {
  id: string
  facts: DiskEncryptionSetFacts
}

/** `inventory` with the facts read about its sets; sets without facts are unchanged. */
export function withFacts<I extends Pick<Inventory, 'diskEncryptionSets'>>(inventory: I, read: FactsOfSet[]): I {
  const byId = new Map(read.map(({ id, facts }) => [id.toLowerCase(), facts]))
  const diskEncryptionSets = inventory.diskEncryptionSets.map((set) => {
    const facts = byId.get(set.id.toLowerCase())
    return facts === undefined ? set : { ...set, facts }
  })
  return { ...inventory, diskEncryptionSets }
}
