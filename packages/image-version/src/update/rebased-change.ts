import { regionName } from '@portal/arm'
import type { StoredVersion } from './stored-version.ts'
import type { VersionChange } from './version-change.ts'

/** A change upon another state of its version, and what of it has no place there. */
export interface RebasedChange {
  change: VersionChange
  /** short names of the regions that are there already, or are gone */
  dropped: string[]
}

/**
 * `change` upon the version as somebody else has left it. A region that they have added cannot be added again, since
 * Azure keeps the encryption that it got first; one that they have removed cannot be changed or removed.
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
