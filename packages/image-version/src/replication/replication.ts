/** Azure's facts about one region's copy; absent until Azure returns any. */
export interface RegionReplication {
  state: 'Unknown' | 'Replicating' | 'Completed' | 'Failed'
  /** 0 to 100 */
  progress: number
}

/** A target region with its replication, for example portal-api's stored target region. */
export interface ReplicatedRegion {
  replication?: RegionReplication | undefined
}

const settledStates = ['Succeeded', 'Failed']

/**
 * Whether nothing more will happen by itself, so that polling Azure is useless. `Succeeded` alone does not mean this: a
 * region might still be replicating. After `Failed`, the regions keep what they have.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export function isSettled(provisioningState: string, regions: readonly ReplicatedRegion[]): boolean {
  if (!settledStates.includes(provisioningState)) return false
  return provisioningState === 'Failed' || regions.every(({ replication }) => isRegionSettled(replication))
}

/** Whether a version is in every region that Azure lists, as it will stay: the proof of a copy starts with it. */
export function isReplicated(version: {
  provisioningState: string
  targetRegions: readonly ReplicatedRegion[]
}): boolean {
  const { provisioningState, targetRegions } = version
  return (
    provisioningState === 'Succeeded' && targetRegions.every(({ replication }) => replication?.state === 'Completed')
  )
}

/** The progress of all regions, each counting alike: 0 to 100, and 100 only when every region is done. */
export function overallProgress(regions: readonly ReplicatedRegion[]): number {
  if (regions.length === 0) return 0
  const sum = regions.reduce((total, { replication }) => total + progressOf(replication), 0)
  const isDone = regions.every(({ replication }) => replication?.state === 'Completed')
  return isDone ? 100 : Math.min(Math.floor(sum / regions.length), 99)
}

/** The failed regions. */
export function failedRegions<R extends ReplicatedRegion>(regions: readonly R[]): R[] {
  return regions.filter(({ replication }) => replication?.state === 'Failed')
}

function isRegionSettled(replication: RegionReplication | undefined): boolean {
  return replication?.state === 'Completed' || replication?.state === 'Failed'
}

function progressOf(replication: RegionReplication | undefined): number {
  if (replication === undefined) return 0
  if (replication.state === 'Completed') return 100
  return Math.min(Math.max(replication.progress, 0), 100)
}
