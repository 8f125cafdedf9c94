import {
  diskEncryptionSet,
  type DiskEncryptionSetFacts,
  type FactsSoFar,
  type Finding,
  type ReadinessState,
  surveyedFindings,
} from '@portal/disk-encryption'
import type { KeyAddress, SurveyedSetRow } from '@portal/portal-api'
import type { SetReading } from '../../../api/disk-encryption-set-facts.ts'
import type { KeyReading } from '../../../api/key-health-reads.ts'

/** What is known of a set so far. */
export interface KnownSet {
  facts: FactsSoFar | undefined
  /** the worst first */
  findings: readonly Finding[]
  /** `undefined` while the key has not been read and nothing else is wrong */
  state: ReadinessState | undefined
}

/** Where the key of a set is; undefined if the portal can't read it. */
export function keyAddressOf({ facts }: Pick<SurveyedSetRow, 'facts'>): KeyAddress | undefined {
  if (facts === undefined || typeof facts.vault === 'string' || facts.keyUrl === '') return undefined
  return { vaultId: facts.vault.id, keyUrl: facts.keyUrl }
}

/** What has been read of a set besides its row. */
interface Readings {
  /** of its key */
  key?: KeyReading | undefined
  /** of the set and everything it needs, from ARM: newer than the row */
  set?: SetReading | undefined
}

/** A row with what has been read of its key, judged by the rules of the set's own page. `now` is Azure's time. */
export function knownSet(row: SurveyedSetRow, { key, set }: Readings, now: string): KnownSet {
  const { facts: surveyed, ...bare } = row
  const { readAt: _, ...later } = set?.read ?? { readAt: now }
  const facts: FactsSoFar | undefined = set?.read?.facts ?? (surveyed && { ...surveyed, ...(key && { key: key.key }) })
  const parsed = diskEncryptionSet.safeParse(set?.read ? later : bare)
  // A type that Azure has added since has no rules yet.
  if (!parsed.success) return { facts, findings: [], state: 'unknown' }
  const times = [now, key?.now ?? '', set?.now ?? '']
  const findings = surveyedFindings(parsed.data, facts, times.toSorted().at(-1) ?? now)
  const worst = findings[0]?.state ?? 'ready'
  const isComplete = facts !== undefined && (facts.key !== undefined || typeof facts.vault === 'string')
  return { facts, findings, state: worst === 'ready' && !isComplete ? undefined : worst }
}

/** Days until the key ends, negative after it; undefined if it does not, or if that is not known. */
export function daysLeft(key: DiskEncryptionSetFacts['key'] | undefined, now: string): number | undefined {
  if (key === undefined || typeof key === 'string' || key.expires === undefined) return undefined
  return Math.floor((Date.parse(key.expires) - Date.parse(now)) / 86_400_000)
}
