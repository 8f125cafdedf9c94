import { type ArmErrorDetail, regionName } from '@portal/arm'
import type { JsonObject } from '../../../json.ts'
import type { RegionReplication } from '../../../store/store.ts'

// The real service needed 421 s in the median, 30 to 519 s, from PUT to Succeeded. The home region is created first;
// the others are copied from it, each at its own pace.
const homeMilliseconds = 240_000
const copyMilliseconds = { least: 60_000, most: 181_000 }
const updateMilliseconds = 30_000

/** A region's pace, always the same: milliseconds to copy into it. */
function copyTime(region: string): number {
  let hash = 0
  for (const character of region) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 10_007
  return copyMilliseconds.least + Math.round(((copyMilliseconds.most - copyMilliseconds.least) * hash) / 10_006)
}

/** The input of a replication. Region names are short. */
export interface ReplicationOrder {
  homeRegion: string
  regions: string[]
  startedAt: number
  /** of the previous version, for an update: its regions stay unchanged */
  stored?: Record<string, RegionReplication>
  /** regions that will fail, and the message for each */
  failures: Map<string, string>
  /** how many times as long as usual some regions need */
  slowRegions?: Record<string, number>
}

/** When each region starts and ends. A region that failed before is tried again. */
export function planReplication(order: ReplicationOrder): Record<string, RegionReplication> {
  const { homeRegion, startedAt, stored = {}, failures, slowRegions = {} } = order
  const homeTime = homeMilliseconds * (slowRegions[homeRegion] ?? 1)
  const planned: Record<string, RegionReplication> = {}
  const home = stored[homeRegion]
  const sourceReady = home && home.failure === undefined ? startedAt : startedAt + homeTime
  for (const region of order.regions) {
    const before = stored[region]
    const failure = failures.get(region)
    if (before && before.failure === undefined) planned[region] = before
    else if (region === homeRegion)
      planned[region] = { startedAt, endsAt: startedAt + homeTime, ...(failure && { failure }) }
    else {
      const endsAt = sourceReady + copyTime(region) * (slowRegions[region] ?? 1)
      planned[region] = { startedAt: sourceReady, endsAt, ...(failure && { failure }) }
    }
  }
  return planned
}

/** When the whole is over: with its slowest region, and never at once. */
export function replicationEnd(startedAt: number, replication: Record<string, RegionReplication>): number {
  return Math.max(startedAt + updateMilliseconds, ...Object.values(replication).map(({ endsAt }) => endsAt))
}

/** The error of the operation if regions fail. */
export function replicationFailure(replication: Record<string, RegionReplication>): ArmErrorDetail | undefined {
  const failed = Object.entries(replication).filter(([, { failure }]) => failure !== undefined)
  if (failed.length === 0) return undefined
  const details = failed.map(([region, { failure }]) => `{region:${region}, detail:${failure}}`).join(', ')
  return {
    code: failed.some(([, { failure }]) => failure?.includes('exceeds the max size'))
      ? 'GallerySourceResourceExceedsMaxSize'
      : 'InternalOperationError',
    message: `Gallery replication jobs failed in one or more regions. The failing regions' details are as follows: '${details}'. If retry does not work, then please do an update by removing the failed regions and update again by adding them back.`,
  }
}

/** As Azure shows it: https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get#replicationstatus */
export interface ReplicationStatus extends JsonObject {
  aggregatedState: 'InProgress' | 'Failed' | 'Completed'
  summary: RegionStatus[]
}

interface RegionStatus extends JsonObject {
  region: string
  state: 'Replicating' | 'Failed' | 'Completed'
  details?: string
  /** 0 to 100 */
  progress: number
}

/** `replicationStatus` at `now`, the regions in the order given; short names, as Azure writes them here. */
export function replicationStatusAt(
  now: number,
  regions: string[],
  replication: Record<string, RegionReplication>,
): ReplicationStatus {
  const summary = regions.map((name): RegionStatus => {
    const region = regionName(name)
    const { startedAt, endsAt, failure } = replication[region] ?? { startedAt: 0, endsAt: 0 }
    if (now >= endsAt)
      return failure === undefined
        ? { region, state: 'Completed', progress: 100 }
        : { region, state: 'Failed', details: failure, progress: 0 }
    const share = (now - startedAt) / (endsAt - startedAt)
    return { region, state: 'Replicating', progress: Math.max(0, Math.min(99, Math.floor(share * 100))) }
  })
  const states = summary.map(({ state }) => state)
  const aggregatedState = states.includes('Replicating')
    ? 'InProgress'
    : states.includes('Failed')
      ? 'Failed'
      : 'Completed'
  return { aggregatedState, summary }
}
