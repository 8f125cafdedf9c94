import { type DiskEncryptionSet, findingsOf, type ReadinessState } from '@portal/disk-encryption'

const order: readonly ReadinessState[] = ['ready', 'warning', 'unknown', 'blocked']

/** The worst finding about a set decides its state; `now` is Azure's time (ISO 8601). */
export function stateOfSet(set: DiskEncryptionSet, now: string): ReadinessState {
  return findingsOf(set, now)[0]?.state ?? 'ready'
}

/**
 * The sets of a list, by name, in the order of their use: those of `used` (the IDs of sets that other disks of the
 * region have) first, then the ready ones, and last those with a problem, whoever uses them.
 */
export function orderedSets(
  sets: readonly DiskEncryptionSet[],
  { now, used }: { now: string; used: readonly string[] },
): DiskEncryptionSet[] {
  const usedIds = new Set(used.map((id) => id.toLowerCase()))
  const rank = (set: DiskEncryptionSet) => {
    const state = stateOfSet(set, now)
    return state !== 'blocked' && usedIds.has(set.id.toLowerCase()) ? -1 : order.indexOf(state)
  }
  return sets.toSorted((one, other) => rank(one) - rank(other))
}
