import { regionName, sameResourceId } from '@portal/arm'
import { compareVersionNames } from '@portal/gallery'
import { errorAt, type Issue } from '@portal/image-version'
import { isBusyState } from '../update-issues.ts'
import { noChange, type VersionChange } from '../version-change.ts'
import { isExcludedIn, isUsableIn, latestIn, type LatestCandidate } from './latest-version.ts'

/** What *latest* is to give in some regions: a promotion if the number is higher than now, or a roll back. */
export interface WantedLatest {
  /** of the version */
  id: string
  /** in any of ARM's spellings */
  regions: readonly string[]
  /** also excludes the version that is the latest there now, which a higher number alone does not require */
  excludesPredecessor: boolean
}

/** One update of a version: it is included in latest, or excluded from it, in these regions. */
export interface LatestUpdate {
  id: string
  name: string
  flag: 'include' | 'exclude'
  /** short names */
  regions: string[]
  change: VersionChange
}

/**
 * The updates after which *latest* gives the wanted version, in the order in which they must be sent. The version is
 * included first, so that there is a latest at any time; then the lower ones among those in its way are excluded before
 * the higher ones, so that no third version becomes the latest in between. Empty if there is nothing to change.
 */
export function latestUpdates(versions: readonly LatestCandidate[], wanted: WantedLatest): LatestUpdate[] {
  const version = versions.find(({ id }) => sameResourceId(id, wanted.id))
  if (version === undefined) return []
  const regions = wanted.regions.map(regionName)
  const excludedIn = regions.filter((region) => isExcludedIn(version, region))
  const others = versions
    .filter((other) => other !== version)
    .toSorted((one, other) => compareVersionNames(one.name, other.name))
    .flatMap((other) => {
      const higher = compareVersionNames(other.name, version.name) > 0
      const inTheWay = regions.filter((region) => {
        const isCandidate = isUsableIn(other, region) && !isExcludedIn(other, region)
        return isCandidate && (higher || (wanted.excludesPredecessor && latestIn(versions, region) === other))
      })
      return inTheWay.length === 0 ? [] : [updateOf(other, 'exclude', inTheWay)]
    })
  return [...(excludedIn.length === 0 ? [] : [updateOf(version, 'include', excludedIn)]), ...others]
}

/**
 * Why *latest* can't be changed to the wanted version. Without one, it gives that version in all wanted regions after
 * `latestUpdates`.
 */
export function latestIssues(versions: readonly LatestCandidate[], wanted: WantedLatest): Issue[] {
  const version = versions.find(({ id }) => sameResourceId(id, wanted.id))
  if (version === undefined) return [errorAt(['id'], 'LatestVersionNotFound', {})]
  if (version.isRevoked) return [errorAt(['id'], 'LatestVersionRevoked', { version: version.name })]
  const updates = latestUpdates(versions, wanted)
  const named = new Set([version, ...updates.flatMap(({ id }) => versions.find((each) => each.id === id) ?? [])])
  const busy = [...named].find(({ provisioningState }) => isBusyState(provisioningState))
  if (busy !== undefined) return [errorAt([], 'VersionBusy', { state: busy.provisioningState })]
  if (wanted.regions.length === 0) return [errorAt(['regions'], 'LatestRegionRequired', {})]
  const missing = wanted.regions.filter((region) => !isUsableIn(version, region))
  if (missing.length > 0)
    return missing.map((region) => errorAt(['regions'], 'LatestNotReplicated', { version: version.name, region }))
  return updates.length === 0 ? [errorAt([], 'NothingToChange', {})] : []
}

/** The versions as they are after the updates. */
export function withLatestUpdates(
  versions: readonly LatestCandidate[],
  updates: readonly Pick<LatestUpdate, 'id' | 'change'>[],
): LatestCandidate[] {
  return versions.map((version) =>
    updates.filter(({ id }) => sameResourceId(id, version.id)).reduce((so, { change }) => changed(so, change), version),
  )
}

function changed(version: LatestCandidate, { excludeFromLatest, changedRegions }: VersionChange): LatestCandidate {
  return {
    ...version,
    excludeFromLatest: excludeFromLatest ?? version.excludeFromLatest,
    regions: version.regions.map((region) => {
      const said = changedRegions.find(({ name }) => name === region.name)?.excludeFromLatest
      return { ...region, excludeFromLatest: said ?? region.excludeFromLatest }
    }),
  }
}

// The flag of the version counts before those of its regions. To include a version in some regions only, its own flag
// goes, and each other region gets one of its own.
function updateOf(version: LatestCandidate, flag: LatestUpdate['flag'], regions: string[]): LatestUpdate {
  const excluded = (name: string) => (regions.includes(name) ? flag === 'exclude' : isExcludedIn(version, name))
  const changedRegions = version.regions
    .filter(({ name, excludeFromLatest }) => excluded(name) !== excludeFromLatest)
    .map(({ name }) => ({ name, regionalReplicaCount: null, excludeFromLatest: excluded(name) }))
  return {
    id: version.id,
    name: version.name,
    flag,
    regions,
    change: { ...noChange(), excludeFromLatest: version.excludeFromLatest ? false : null, changedRegions },
  }
}
