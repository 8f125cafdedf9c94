import type { ReplicatedRegion } from './replication.ts'

/** One of Azure's answers on a replication. */
export interface ReplicationSeen {
  /** Azure's time of the response, ISO 8601 */
  asOf: string
  targetRegions: readonly (ReplicatedRegion & { name: string })[]
}

/** Estimates in milliseconds; undefined, or absent, if there is no pace to estimate from. */
export interface RemainingTimes {
  /** until the last region is done */
  all: number | undefined
  /** by short name */
  byRegion: ReadonlyMap<string, number>
}

/**
 * The remaining time of a replication, from the pace between the responses `seen`, oldest first. A region has no pace
 * before the second response, while nothing moves, or once it is done; there is no estimate for all regions while one
 * has none.
 */
export function remainingTimes(seen: readonly ReplicationSeen[]): RemainingTimes {
  const running = (seen.at(-1)?.targetRegions ?? []).filter(
    ({ replication }) => replication?.state !== 'Completed' && replication?.state !== 'Failed',
  )
  const byRegion = new Map(
    running.flatMap(({ name }) => {
      const time = remainingTimeOf(progressSeen(seen, name))
      return time === undefined ? [] : [[name, time] as const]
    }),
  )
  const isKnown = running.length > 0 && running.every(({ name }) => byRegion.has(name))
  return { all: isKnown ? Math.max(...byRegion.values()) : undefined, byRegion }
}

interface ProgressSeen {
  at: number
  progress: number
}

function progressSeen(seen: readonly ReplicationSeen[], name: string): ProgressSeen[] {
  return seen.flatMap(({ asOf, targetRegions }) => {
    const { replication } = targetRegions.find((region) => region.name === name) ?? {}
    return replication === undefined ? [] : [{ at: Date.parse(asOf), progress: replication.progress }]
  })
}

// Progress seen before a drop belongs to an earlier replication.
function remainingTimeOf(seen: ProgressSeen[]): number | undefined {
  const fall = seen.findLastIndex(({ progress }, index) => progress < (seen[index - 1]?.progress ?? 0))
  const first = seen[Math.max(fall, 0)]
  const last = seen.at(-1)
  if (first === undefined || last === undefined || last.progress >= 100) return undefined
  const gained = last.progress - first.progress
  const elapsed = last.at - first.at
  return gained > 0 && elapsed > 0 ? (elapsed / gained) * (100 - last.progress) : undefined
}
