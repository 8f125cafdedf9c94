import { sameResourceId } from '@portal/arm'
import { latestIn, regionsOfVersions, type LatestCandidate } from './latest-version.ts'

/** A change of a version as Azure recorded it. */
export interface RecordedVersionChange {
  resourceId: string
  changeType: 'Create' | 'Update' | 'Delete'
  /** ISO 8601 */
  time: string
  properties: readonly { path: string; before?: string | undefined }[]
}

/** What *latest* gives in a region. */
export interface RegionLatest {
  /** short name */
  region: string
  version: LatestCandidate | undefined
  /** since when; not exact: then or earlier. ISO 8601 */
  since: { at: string; isExact: boolean } | undefined
  /** what it gave before that, if the record tells it */
  previous: LatestCandidate | undefined
}

/** Recorded changes of a definition's versions. */
export interface RecordOfVersions {
  /** in any order */
  changes: readonly RecordedVersionChange[]
  /** before that, nothing is recorded. ISO 8601 */
  from: string
}

/**
 * What *latest* gives in each region, and since when: the recorded changes are undone one by one, from the last to the
 * first, until it would have given something else. Azure keeps them for 14 days; before that, only the date of
 * publishing is known. https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes
 */
export function latestOfRegions(
  versions: readonly LatestCandidate[],
  { changes, from }: RecordOfVersions,
): RegionLatest[] {
  const past = statesBefore(versions, changes, from)
  return regionsOfVersions(versions).map((region) => {
    const version = latestIn(versions, region)
    const found = past.find(({ state }) => state === undefined || latestIn(state, region)?.id !== version?.id)
    const gave = found?.state && latestIn(found.state, region)
    return {
      region,
      version,
      since: { at: found?.at ?? from, isExact: found?.state !== undefined },
      previous: versions.find(({ id }) => id === gave?.id),
    }
  })
}

interface PastState {
  at: string
  /** before that change; undefined where it can't be told */
  state: LatestCandidate[] | undefined
}

// The last first. It ends where a version was deleted, or its regions were changed: how it was before is not recorded.
function statesBefore(
  versions: readonly LatestCandidate[],
  changes: RecordOfVersions['changes'],
  from: string,
): PastState[] {
  const created = versions
    .filter(({ id, publishedDate }) => publishedDate !== undefined && publishedDate > from && !isCreated(id, changes))
    .map(({ id, publishedDate = '' }) => ({
      resourceId: id,
      changeType: 'Create' as const,
      time: publishedDate,
      properties: [],
    }))
  const ordered = [...changes, ...created].toSorted((one, other) => Date.parse(other.time) - Date.parse(one.time))
  const past: PastState[] = []
  let state: LatestCandidate[] | undefined = [...versions]
  for (const change of ordered) {
    state = undone(state, change)
    past.push({ at: change.time, state })
    if (state === undefined) break
  }
  return past
}

function isCreated(id: string, changes: RecordOfVersions['changes']): boolean {
  return changes.some(({ changeType, resourceId }) => changeType === 'Create' && sameResourceId(resourceId, id))
}

function undone(
  versions: LatestCandidate[],
  { resourceId, changeType, properties }: RecordedVersionChange,
): LatestCandidate[] | undefined {
  const version = versions.find(({ id }) => sameResourceId(id, resourceId))
  if (changeType === 'Create') return versions.filter((each) => each !== version)
  if (changeType === 'Delete') return undefined
  if (version === undefined) return versions
  const flags = new Map(properties.map(({ path, before }) => [path, before?.toLowerCase() === 'true']))
  const profile = 'properties.publishingProfile'
  const isSame = !properties.some(({ path }) => /\.targetRegions\[\d+\]\.name$/.test(path))
  if (!isSame) return undefined
  const before: LatestCandidate = {
    ...version,
    excludeFromLatest: flags.get(`${profile}.excludeFromLatest`) ?? version.excludeFromLatest,
    regions: version.regions.map((region, index) => ({
      ...region,
      excludeFromLatest: flags.get(`${profile}.targetRegions[${index}].excludeFromLatest`) ?? region.excludeFromLatest,
    })),
  }
  return versions.map((each) => (each === version ? before : each))
}
