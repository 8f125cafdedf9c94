import type { DiskEncryptionSet } from '@portal/disk-encryption'

const numbered = /^(.*?)(\d+)$/

/**
 * The sets of a region that are numbered as disks are, in the order of their numbers and `set` among them:
 * `WestUSDiskEncryptionSet1`, `…2`. The names differ in the number at the end only, and the numbers begin with 0 or 1
 * and have no gap. Just `set` if it is not one of several such sets.
 */
export function numberedSets(set: DiskEncryptionSet, candidates: readonly DiskEncryptionSet[]): DiskEncryptionSet[] {
  const stem = partsOf(set.name)?.stem
  if (stem === undefined) return [set]
  const alike = candidates
    .flatMap((candidate) => {
      const parts = partsOf(candidate.name)
      return parts?.stem === stem ? [{ candidate, number: parts.number }] : []
    })
    .toSorted((one, other) => one.number - other.number)
  const first = alike[0]?.number ?? 0
  // Years and versions are no numbers of disks.
  const isSeries = first <= 1 && alike.every(({ number }, at) => number === first + at)
  return isSeries ? alike.map(({ candidate }) => candidate) : [set]
}

function partsOf(name: string): { stem: string; number: number } | undefined {
  const [, stem = '', digits = ''] = numbered.exec(name) ?? []
  return digits === '' ? undefined : { stem: stem.toLowerCase(), number: Number(digits) }
}
