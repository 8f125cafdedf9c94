import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { useState } from 'react'
import { orderedSets } from './ordered-sets.ts'

/**
 * The sets of a list in order. What is read about their keys changes the order until `settle` is called, when the user
 * begins to use the list: from then on nothing moves under the pointer.
 */
export function useSettledOrder(
  { diskEncryptionSets, now }: { diskEncryptionSets: DiskEncryptionSet[]; now: string },
  used: readonly string[],
): { ordered: DiskEncryptionSet[]; settle: () => void } {
  const [settled, setSettled] = useState<string[]>()
  const ordered =
    settled === undefined
      ? orderedSets(diskEncryptionSets, { now, used })
      : diskEncryptionSets.toSorted((one, other) => settled.indexOf(one.id) - settled.indexOf(other.id))
  return { ordered, settle: () => settled ?? setSettled(ordered.map(({ id }) => id)) }
}
