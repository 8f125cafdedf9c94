import { regionName } from '@portal/arm'
import type { DiskEncryptionSet } from '../inventory.ts'

/** The sets of an inventory, found without a search. */
interface DiskEncryptionSetIndex {
  /** by id in lower case */
  byId: ReadonlyMap<string, DiskEncryptionSet>
  /** by region in the short form, in the order of their names */
  byRegion: ReadonlyMap<string, DiskEncryptionSet[]>
  /** what was found for a requirement, by its parts */
  eligible: Map<string, DiskEncryptionSet[]>
}

// A matrix of 60 regions and 65 disks makes about ten thousand lookups for each edit, always in the same list.
const indexes = new WeakMap<readonly DiskEncryptionSet[], DiskEncryptionSetIndex>()

/** The index of a list of sets, built at the first use of that list. The list must not change afterwards. */
export function diskEncryptionSetIndex(sets: readonly DiskEncryptionSet[]): DiskEncryptionSetIndex {
  const known = indexes.get(sets)
  if (known !== undefined) return known
  const inOrder = sets.toSorted((one, other) => names.compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
  const index: DiskEncryptionSetIndex = {
    byId: new Map(sets.toReversed().map((set) => [set.id.toLowerCase(), set])), // of two with one id, the first
    byRegion: Map.groupBy(inOrder, ({ location }) => regionName(location)),
    eligible: new Map(),
  }
  indexes.set(sets, index)
  return index
}

const names = new Intl.Collator('en', { numeric: true })
