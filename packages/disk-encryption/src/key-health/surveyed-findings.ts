import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import type { DiskEncryptionSetFacts } from './disk-encryption-set-facts.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './key-health.ts'

/** Facts of which the key itself might not have been read yet. */
export type FactsSoFar = Omit<DiskEncryptionSetFacts, 'key'> & { key?: DiskEncryptionSetFacts['key'] | undefined }

/**
 * The findings about a set as far as its facts are known, by the rules of `findingsOf`, the worst first. Nothing is
 * said about a key that has not been read yet, and without any facts nothing beyond the set itself. `now` is Azure's
 * time, ISO 8601.
 */
export function surveyedFindings(
  set: Omit<DiskEncryptionSet, 'facts'>,
  facts: FactsSoFar | undefined,
  now: string,
): readonly Finding[] {
  if (facts === undefined) return findingsOf(set, now).filter(({ code }) => code !== 'ReadinessNotRead')
  const { key = 'unreadable', ...others } = facts
  const findings = findingsOf({ ...set, facts: { ...others, key } }, now)
  return facts.key === undefined ? findings.filter(({ code }) => code !== 'KeyUnreadable') : findings
}
