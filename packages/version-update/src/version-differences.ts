import type { VersionBody } from './updated-version.ts'
import { versionFacts } from './version-facts.ts'

/** One fact that differs between two states of a version; '' if one has none, for example for a flag that is off. */
export interface ChangedFact {
  /** in Azure's words: `publishingProfile.targetRegions.westus.regionalReplicaCount` */
  field: string
  before: string
  after: string
}

/**
 * How a version has changed between two of ARM's responses, or will change by a PUT; without what changes by itself.
 */
export function versionDifferences(before: VersionBody, after: VersionBody): ChangedFact[] {
  const [one, other] = [versionFacts(before), versionFacts(after)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((field) => {
    const fact = { field, before: one.get(field) ?? '', after: other.get(field) ?? '' }
    return fact.before === fact.after ? [] : [fact]
  })
}

/** Whether `stored` has everything that was sent; Azure might have added defaults, and policies might add tags. */
export function isStoredAsSent(sent: VersionBody, stored: VersionBody): boolean {
  return versionDifferences(sent, stored).every(
    ({ field, before }) => before === '' && (field.startsWith('tags.') || isFilledIn(field)),
  )
}

function isFilledIn(field: string): boolean {
  return /^publishingProfile\.targetRegions\.[^.]+\.(?:regionalReplicaCount|storageAccountType)$/.test(field)
}
