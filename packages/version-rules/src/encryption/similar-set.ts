import { type DiskEncryptionSet, nameWithoutRegion, regionByName } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'

/** Why a set is proposed for a region: the first that applies. */
type MatchReason = 'SameSet' | 'SameNamePattern' | 'SameKeyVaultPattern' | 'OnlySetInRegion'

/** Why nothing is proposed for a region. */
type MismatchReason = 'NoSetInRegion' | 'SeveralSetsInRegion'

/** The set of a region that is similar to another region's, or why there is none. */
export type Similarity = { reason: MatchReason; set: DiskEncryptionSet } | { reason: MismatchReason; set?: never }

/**
 * The candidate whose name differs from the pattern's only in the region's part, otherwise the one whose key vault's
 * name does, otherwise the only one.
 */
export function similarSet(
  pattern: DiskEncryptionSet,
  candidates: DiskEncryptionSet[],
  inventory: Inventory,
): Similarity {
  if (candidates.includes(pattern)) return { reason: 'SameSet', set: pattern }
  const likeNamed = onlyLike(pattern, candidates, (set) => nameOf(set, set.name, inventory))
  if (likeNamed !== undefined) return { reason: 'SameNamePattern', set: likeNamed }
  const likeKept = onlyLike(pattern, candidates, (set) => nameOf(set, set.keyVaultName, inventory))
  if (likeKept !== undefined) return { reason: 'SameKeyVaultPattern', set: likeKept }
  const [first, ...others] = candidates
  if (first === undefined) return { reason: 'NoSetInRegion' }
  return others.length === 0 ? { reason: 'OnlySetInRegion', set: first } : { reason: 'SeveralSetsInRegion' }
}

/**
 * The candidate that equals the pattern in `feature`; undefined if none or several do: the choice is the user's then.
 */
function onlyLike(
  pattern: DiskEncryptionSet,
  candidates: DiskEncryptionSet[],
  feature: (set: DiskEncryptionSet) => string,
): DiskEncryptionSet | undefined {
  const wanted = feature(pattern)
  const alike = candidates.filter((candidate) => feature(candidate) === wanted)
  return alike.length === 1 ? alike[0] : undefined
}

function nameOf(set: DiskEncryptionSet, name: string, inventory: Inventory): string {
  const region = regionByName(inventory, set.location) ?? { name: set.location, displayName: set.location }
  return nameWithoutRegion(name, region)
}
