import { regionName } from '@portal/arm'
import type { StoredVersion } from '@portal/image-version'
import type { VersionChange } from './version-change.ts'

/** A change applied to another state of its version, and the parts that no longer apply. */
export interface RebasedChange {
  change: VersionChange
  /** short names of the regions that already exist, or were removed */
  dropped: string[]
}

/**
 * `change` applied to the version as someone else has left it. A region that they have added can't be added again,
 * because Azure keeps its first encryption; a region that they have removed can't be changed or removed.
 */
export function rebasedChange(change: VersionChange, stored: StoredVersion): RebasedChange {
  const there = new Set(stored.properties.publishingProfile.targetRegions.map(({ name }) => regionName(name)))
  const isThere = (name: string) => there.has(regionName(name))
  const added = Map.groupBy(change.addedRegions, ({ name }) => (isThere(name) ? 'dropped' : 'kept'))
  const removed = Map.groupBy(change.removedRegions, (name) => (isThere(name) ? 'kept' : 'dropped'))
  const changed = Map.groupBy(change.changedRegions, ({ name }) => (isThere(name) ? 'kept' : 'dropped'))
  const dropped = [...(added.get('dropped') ?? []), ...(changed.get('dropped') ?? [])].map(({ name }) => name)
  return {
    change: {
      ...change,
      addedRegions: added.get('kept') ?? [],
      removedRegions: removed.get('kept') ?? [],
      changedRegions: changed.get('kept') ?? [],
    },
    dropped: [...new Set([...dropped, ...(removed.get('dropped') ?? [])].map(regionName))],
  }
}
