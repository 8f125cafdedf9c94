import type { Finding } from './finding.ts'
import type { Repair } from './repair.ts'

/** A set with what has been found out about it. */
export interface JudgedSet {
  id: string
  name: string
  location: string
  keyVaultName: string
  keyName: string
  findings: readonly Finding[]
}

/** What keeps sets from working, or might: one thing, at the keys of one vault. */
export interface Cause {
  /** unique among the causes */
  id: string
  state: 'blocked' | 'warning'
  code: Finding['code']
  keyVaultName: string
  /** by name; each with its own repair, if there is one */
  sets: { id: string; name: string; location: string; keyName: string; repair: Repair | undefined }[]
}

// It ends by itself, and nothing can be done about it.
const passing: ReadonlySet<Finding['code']> = new Set(['KeyAccessJustGranted'])

/**
 * The causes of the sets' problems, of each vault apart: first those for which Azure refuses sets, then those with the
 * most sets. A set with several problems has several causes.
 */
export function causesOf(sets: readonly JudgedSet[]): Cause[] {
  const causes = new Map<string, Cause>()
  for (const { findings, keyVaultName, ...set } of sets)
    for (const finding of findings) {
      if ((finding.state !== 'blocked' && finding.state !== 'warning') || passing.has(finding.code)) continue
      const { state, code } = finding
      const id = `${code} ${keyVaultName.toLowerCase()}`
      const cause: Cause = causes.get(id) ?? { id, state, code, keyVaultName, sets: [] }
      const { id: setId, name, location, keyName } = set
      cause.sets.push({ id: setId, name, location, keyName, repair: 'repair' in finding ? finding.repair : undefined })
      causes.set(id, cause)
    }
  return [...causes.values()]
    .map((cause) => ({ ...cause, sets: cause.sets.toSorted((one, other) => one.name.localeCompare(other.name)) }))
    .toSorted(
      (one, other) =>
        one.state.localeCompare(other.state) ||
        other.sets.length - one.sets.length ||
        one.code.localeCompare(other.code) ||
        one.keyVaultName.localeCompare(other.keyVaultName),
    )
}
