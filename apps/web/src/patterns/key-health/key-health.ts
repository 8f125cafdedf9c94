import {
  diskEncryptionSet,
  type DiskEncryptionSetFacts,
  type Finding,
  findingsOf,
  type ReadinessState,
} from '@portal/disk-encryption'
import type { DiskEncryptionSetRow } from '@portal/portal-api'

/** Whether the set of a row can use its key, and the worst finding about it. */
export interface KeyHealth {
  state: ReadinessState
  finding: Finding | undefined
}

/**
 * The health of a set's key by the rules of its own page; `unknown` without facts, and for a type that Azure has added
 * since. `now` is Azure's time, ISO 8601.
 */
export function keyHealthOf(
  row: DiskEncryptionSetRow,
  facts: DiskEncryptionSetFacts | undefined,
  now: string,
): KeyHealth {
  const set = diskEncryptionSet.safeParse({ ...row, ...(facts && { facts }) })
  if (!set.success) return { state: 'unknown', finding: undefined }
  const finding = findingsOf(set.data, now).find(({ state }) => state !== 'ready')
  return { state: finding?.state ?? 'ready', finding }
}
