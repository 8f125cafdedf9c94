import { type DiskEncryptionSet, findingsOf, type ReadinessState } from '@portal/disk-encryption'
import { CheckedSets } from './CheckedSets.tsx'

const worstFirst: readonly ReadinessState[] = ['blocked', 'warning', 'unknown']

interface ReviewedSetsProps {
  sets: readonly DiskEncryptionSet[]
  /** Azure's own time, ISO 8601 */
  now: string
}

/** When all sets of a form were read: again for its review, and whenever the user asks for it. */
export function ReviewedSets({ sets, now }: ReviewedSetsProps) {
  if (sets.length === 0) return null
  const states = new Set(sets.map((set) => findingsOf(set, now)[0]?.state))
  return <CheckedSets sets={sets} state={worstFirst.find((state) => states.has(state)) ?? 'ready'} checksOnEntry />
}
