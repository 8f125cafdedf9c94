import { diskEncryptionSet, type Finding, findingsOf } from '@portal/disk-encryption'
import type { checkKeyHealth, ResponseOf } from '@portal/portal-api'

type CheckedSet = ResponseOf<typeof checkKeyHealth>['sets'][number]

/** A set with the worst that is known of its key. */
export type SetInNeed = Pick<CheckedSet, 'id' | 'name' | 'location'> & { finding: Finding }

/**
 * The sets that Azure refuses, then those that it might refuse, by the rules of the wizard. What the user can't read is
 * no fault. `now` is Azure's time, ISO 8601.
 */
export function setsInNeed(sets: CheckedSet[], now: string): SetInNeed[] {
  const found = sets.flatMap(({ id, name, location, ...rest }): SetInNeed[] => {
    // A type that Azure has added since has no rules yet.
    const set = diskEncryptionSet.safeParse({ id, name, location, ...rest }).data
    const finding = set && findingsOf(set, now).find(({ state }) => state === 'blocked' || state === 'warning')
    return finding === undefined ? [] : [{ id, name, location, finding }]
  })
  return found.toSorted((one, other) => one.finding.state.localeCompare(other.finding.state))
}
