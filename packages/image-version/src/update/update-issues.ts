import type { Inventory } from '../inventory.ts'
import type { Issue } from '../issue.ts'
import { errorAt } from '../issue.ts'
import type { StoredVersion } from './stored-version.ts'
import { isNoChange } from './version-change.ts'
import type { VersionChange } from './version-change.ts'

/**
 * Everything wrong with a change of the version that ARM answered. Paths lead into the change: `['addedRegions', 0,
 * 'encryption', 'osDiskImage']`; empty for what is about the whole. No blocking issue: it may be sent.
 */
export function updateIssues(stored: StoredVersion, change: VersionChange, _inventory: Inventory): Issue[] {
  const state = stored.properties.provisioningState ?? ''
  if (['Creating', 'Updating', 'Deleting', 'Migrating'].includes(state)) return [errorAt([], 'VersionBusy', { state })]
  return isNoChange(change) ? [errorAt([], 'NothingToChange', {})] : []
}
