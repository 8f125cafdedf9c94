import { imageDisks } from '../image-disks.ts'
import { planSubscriptionId } from '../image-version-id.ts'
import type { DiskEncryptionSet, Inventory } from '../inventory.ts'
import { diskEncryptionSetOf, setTypeOf, type DiskKey, type ImageVersionPlan } from '../plan.ts'
import { regionByName } from '../regions.ts'
import { diskEncryptionSetById, eligibleDiskEncryptionSets } from './eligible-disk-encryption-sets.ts'
import { nameWithoutRegion } from './name-pattern.ts'

/** Why a set is proposed for a region: the first that applies. */
type MatchReason = 'SameSet' | 'SameNamePattern' | 'SameKeyVaultPattern' | 'OnlySetInRegion'

/** Why nothing is proposed for a region. */
type MismatchReason = 'NoSetInRegion' | 'SeveralSetsInRegion'

/** The proposed set for the disks of one target region, or why there is none. */
export type RegionMatch = {
  /** of the target region in the plan */
  index: number
  /** the disks of the region that do not have the proposed set yet; empty ones and others */
  disks: { key: DiskKey; isEmpty: boolean }[]
} & ({ reason: MatchReason; set: DiskEncryptionSet } | { reason: MismatchReason; set?: never })

/**
 * The content of every cell if all regions were filled like that of `diskEncryptionSetId`: in each target region the
 * set whose name differs only in the region's part, otherwise the one whose key vault's name does, otherwise the only
 * one. The region's picker offers each proposed set. Regions that need nothing are omitted.
 */
export function matchByRegion(
  plan: ImageVersionPlan,
  inventory: Inventory,
  diskEncryptionSetId: string,
): RegionMatch[] {
  const pattern = diskEncryptionSetById(inventory, diskEncryptionSetId)
  if (pattern === undefined) return []
  // Cells that need another type of set are not part of the pattern.
  const disks = imageDisks(plan.source, inventory).filter(({ key }) => setTypeOf(plan, key) === pattern.encryptionType)
  const subscriptionId = planSubscriptionId(plan)
  return plan.targetRegions.flatMap((region, index): RegionMatch[] => {
    if (region.name === '') return []
    const { encryptionType } = pattern
    const candidates = eligibleDiskEncryptionSets({ encryptionType, region: region.name, subscriptionId }, inventory)
    const match = bestMatch(pattern, candidates, inventory)
    const open = disks.flatMap(({ key }) => {
      const held = diskEncryptionSetOf(region, key)
      return held.toLowerCase() === match.set?.id.toLowerCase() ? [] : [{ key, isEmpty: held === '' }]
    })
    return open.length === 0 ? [] : [{ index, disks: open, ...match }]
  })
}

function bestMatch(pattern: DiskEncryptionSet, candidates: DiskEncryptionSet[], inventory: Inventory) {
  if (candidates.includes(pattern)) return { reason: 'SameSet' as const, set: pattern }
  const likeNamed = onlyLike(pattern, candidates, (set) => nameOf(set, set.name, inventory))
  if (likeNamed !== undefined) return { reason: 'SameNamePattern' as const, set: likeNamed }
  const likeKept = onlyLike(pattern, candidates, (set) => nameOf(set, set.keyVaultName, inventory))
  if (likeKept !== undefined) return { reason: 'SameKeyVaultPattern' as const, set: likeKept }
  const [first, ...others] = candidates
  if (first === undefined) return { reason: 'NoSetInRegion' as const }
  return others.length === 0
    ? { reason: 'OnlySetInRegion' as const, set: first }
    : { reason: 'SeveralSetsInRegion' as const }
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
