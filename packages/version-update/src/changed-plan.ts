import { regionName, sameRegion } from '@portal/arm'
import {
  fromArm,
  type ImageVersionPlan,
  type Inventory,
  type IssuePath,
  type StoredVersion,
  type TargetRegion,
} from '@portal/image-version'
import type { VersionChange } from './version-change.ts'

/** The changed version as the plan that would create it; the rules of plans validate that. */
export interface ChangedPlan {
  plan: ImageVersionPlan
  /** the change's path for a path of the plan; undefined for what the change leaves unchanged */
  pathInChange: (path: IssuePath) => IssuePath | undefined
}

interface Row {
  region: TargetRegion
  /** the change's path for the region; undefined: it does not name it */
  path: IssuePath | undefined
}

/** The plan of a version after its change. Its encryption type is that of the sets in `inventory`. */
export function changedPlan(stored: StoredVersion, change: VersionChange, inventory: Inventory): ChangedPlan {
  const before = fromArm(stored, inventory)
  const rows = [...remainingRows(before, change), ...addedRows(change)]
  const plan: ImageVersionPlan = {
    ...before,
    replicaCount: change.replicaCount ?? before.replicaCount,
    excludeFromLatest: change.excludeFromLatest ?? before.excludeFromLatest,
    endOfLifeDate: change.endOfLifeDate ?? before.endOfLifeDate,
    blockDeletionBeforeEndOfLife: change.blockDeletionBeforeEndOfLife ?? before.blockDeletionBeforeEndOfLife,
    targetRegions: rows.map(({ region }) => region),
  }
  return { plan, pathInChange: (path) => pathInChange(path, rows, change) }
}

function remainingRows({ targetRegions }: ImageVersionPlan, change: VersionChange): Row[] {
  const removed = new Set(change.removedRegions.map(regionName))
  return targetRegions
    .filter(({ name }) => !removed.has(name))
    .map((region) => {
      const index = change.changedRegions.findIndex(({ name }) => sameRegion(name, region.name))
      const changed = change.changedRegions[index]
      if (changed === undefined) return { region, path: undefined }
      const regionalReplicaCount = changed.regionalReplicaCount ?? region.regionalReplicaCount
      return { region: { ...region, regionalReplicaCount }, path: ['changedRegions', index] }
    })
}

function addedRows({ addedRegions }: VersionChange): Row[] {
  return addedRegions.map((region, index) => ({ region, path: ['addedRegions', index] }))
}

function pathInChange(path: IssuePath, rows: readonly Row[], change: VersionChange): IssuePath | undefined {
  const [field, index, ...rest] = path
  if (field === 'targetRegions') {
    if (typeof index !== 'number') return []
    const place = rows[index]?.path
    return place && [...place, ...rest]
  }
  if (field === 'replicaCount') return change.replicaCount === null ? undefined : path
  if (field === 'endOfLifeDate')
    return change.endOfLifeDate === null && change.blockDeletionBeforeEndOfLife === null ? undefined : path
  return path
}
