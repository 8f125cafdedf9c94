import { sameRegion } from '@portal/arm'
import {
  type DiskEncryptionSet,
  diskEncryptionSetById,
  eligibleDiskEncryptionSets,
  nameWithoutRegion,
  regionByName,
} from '@portal/disk-encryption'
import {
  diskEncryptionSetOf,
  type DiskKey,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  planSubscriptionId,
  setTypeOf,
} from '@portal/image-version'

type Match =
  | Similarity
  | { reason: 'SetOfThisNumber'; set: DiskEncryptionSet }
  | { reason: 'NoSetOfThisNumber'; set?: never }

/** The proposed set for disks of one target region, or why there is none. A region can have several of these. */
export type RegionMatch = {
  /** of the target region in the plan */
  index: number
  /** the disks of the region that do not have the proposed set yet; empty ones and others */
  disks: { key: DiskKey; isEmpty: boolean }[]
} & Match

/**
 * The content of every cell if all regions were filled like that of `diskEncryptionSetId`. Each disk gets the set that
 * is similar to its own in that region: the one it has there, else the one of its number, where the sets are numbered
 * as the disks are, else `diskEncryptionSetId`. The picker offers each proposed set. Cells that need nothing are
 * omitted.
 */
export function matchByRegion(
  plan: ImageVersionPlan,
  inventory: Inventory,
  diskEncryptionSetId: string,
): RegionMatch[] {
  const pattern = diskEncryptionSetById(inventory, diskEncryptionSetId)
  if (pattern === undefined) return []
  // Cells that need another type of set are not part of the pattern.
  const disks = imageDisks(plan.source, inventory)
    .map(({ key }) => key)
    .filter((key) => setTypeOf(plan, key) === pattern.encryptionType)
  const patternOf = patternsByDisk(plan, inventory, { pattern, disks })
  const byPattern = Map.groupBy(disks, (disk) => patternOf.get(disk))
  return plan.targetRegions.flatMap((region, index): RegionMatch[] => {
    if (region.name === '') return []
    const { candidates } = candidatesIn(region.name, { plan, inventory, pattern })
    return [...byPattern].flatMap(([wanted, ofPattern]) => {
      const match: Match =
        wanted === undefined
          ? { reason: 'NoSetOfThisNumber' }
          : wanted !== pattern && candidates.includes(wanted)
            ? { reason: 'SetOfThisNumber', set: wanted }
            : similarSet(wanted, candidates, inventory)
      const open = ofPattern.flatMap((key) => {
        const held = diskEncryptionSetOf(region, key)
        return held.toLowerCase() === match.set?.id.toLowerCase() ? [] : [{ key, isEmpty: held === '' }]
      })
      return open.length === 0 ? [] : [{ index, disks: open, ...match }]
    })
  })
}

/** The set of each target region, by its index, that is similar to `diskEncryptionSetId`, or why there is none. */
export function similarSetsByRegion(
  plan: ImageVersionPlan,
  inventory: Inventory,
  diskEncryptionSetId: string,
): Map<number, Similarity> {
  const pattern = diskEncryptionSetById(inventory, diskEncryptionSetId)
  if (pattern === undefined) return new Map()
  const regions = plan.targetRegions.flatMap((region, index) => (region.name === '' ? [] : [{ index, region }]))
  return new Map(
    regions.map(({ index, region }) => {
      const { candidates } = candidatesIn(region.name, { plan, inventory, pattern })
      return [index, similarSet(pattern, candidates, inventory)]
    }),
  )
}

interface Pattern {
  plan: ImageVersionPlan
  inventory: Inventory
  pattern: DiskEncryptionSet
}

function candidatesIn(region: string, { plan, inventory, pattern: { encryptionType } }: Pattern) {
  const subscriptionId = planSubscriptionId(plan)
  return { candidates: eligibleDiskEncryptionSets({ encryptionType, region, subscriptionId }, inventory) }
}

/** The set that each disk has, or would have, in the region of `pattern`; absent where its number has no set. */
function patternsByDisk(
  plan: ImageVersionPlan,
  inventory: Inventory,
  { pattern, disks }: { pattern: DiskEncryptionSet; disks: readonly DiskKey[] },
): Map<DiskKey, DiskEncryptionSet> {
  const { candidates } = candidatesIn(pattern.location, { plan, inventory, pattern })
  const home = plan.targetRegions.find(({ name }) => sameRegion(name, pattern.location))
  const chosen = disks.map((disk) =>
    home === undefined ? undefined : diskEncryptionSetById(inventory, diskEncryptionSetOf(home, disk)),
  )
  const isChosen = chosen.includes(pattern)
  const series = numberedSets(pattern, candidates)
  // The first disk has the first set, the next one the second: otherwise the numbers mean something else.
  const isNumberedAlike =
    series.length > 1 && chosen.every((set, at) => set === undefined || !series.includes(set) || set === series[at])
  return new Map(
    disks.flatMap((disk, at) => {
      const own = isChosen ? chosen[at] : undefined
      const set = own ?? (isNumberedAlike ? series[at] : pattern)
      return set === undefined ? [] : [[disk, set] as const]
    }),
  )
}

const numbered = /^(.*?)(\d+)$/

/**
 * The sets of a region that are numbered as disks are, in the order of their numbers and `set` among them:
 * `WestUSDiskEncryptionSet1`, `…2`. The names differ in the number at the end only, and the numbers begin with 0 or 1
 * and have no gap. Just `set` if it is not one of several such sets.
 */
function numberedSets(set: DiskEncryptionSet, candidates: readonly DiskEncryptionSet[]): DiskEncryptionSet[] {
  const stem = partsOf(set.name)?.stem
  if (stem === undefined) return [set]
  const alike = candidates
    .flatMap((candidate) => {
      const parts = partsOf(candidate.name)
      return parts?.stem === stem ? [{ candidate, number: parts.number }] : []
    })
    .toSorted((one, other) => one.number - other.number)
  const first = alike[0]?.number ?? 0
  // Years and versions are no numbers of disks.
  const isSeries = first <= 1 && alike.every(({ number }, at) => number === first + at)
  return isSeries ? alike.map(({ candidate }) => candidate) : [set]
}

function partsOf(name: string): { stem: string; number: number } | undefined {
  const [, stem = '', digits = ''] = numbered.exec(name) ?? []
  return digits === '' ? undefined : { stem: stem.toLowerCase(), number: Number(digits) }
}

/** Why a set is proposed for a region: the first that applies. */
type MatchReason = 'SameSet' | 'SameNamePattern' | 'SameKeyVaultPattern' | 'OnlySetInRegion'

/** Why nothing is proposed for a region. */
type MismatchReason = 'NoSetInRegion' | 'SeveralSetsInRegion'

/** The set of a region that is similar to another region's, or why there is none. */
type Similarity = { reason: MatchReason; set: DiskEncryptionSet } | { reason: MismatchReason; set?: never }

/**
 * The candidate whose name differs from the pattern's only in the region's part, otherwise the one whose key vault's
 * name does, otherwise the only one.
 */
function similarSet(pattern: DiskEncryptionSet, candidates: DiskEncryptionSet[], inventory: Inventory): Similarity {
  if (candidates.includes(pattern)) return { reason: 'SameSet', set: pattern }
  const likeNamed = onlyLike(pattern, candidates, (set) => nameOf(set, set.name, inventory))
  if (likeNamed !== undefined) return { reason: 'SameNamePattern', set: likeNamed }
  const likeVault = onlyLike(pattern, candidates, (set) => nameOf(set, set.keyVaultName, inventory))
  if (likeVault !== undefined) return { reason: 'SameKeyVaultPattern', set: likeVault }
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
