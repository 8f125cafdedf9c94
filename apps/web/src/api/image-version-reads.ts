import { isSettled } from '@portal/image-version'
import {
  browseImageVersions,
  browseImageVersionUses,
  countImageVersionUses,
  getImageVersion,
  getImageVersionProof,
  getStoredImageVersion,
  listAncestors,
  listDescendants,
  listImageVersionPermissions,
  listImageVersions,
  listRecordedChanges,
  listVersionWork,
  type ImageVersion,
} from '@portal/portal-api'
import { isBusyState } from '@portal/version-update'
import { aMinute, read, watch } from './read.ts'

/** A page of image versions, refreshed while an operation on one of them is in progress. */
export const imageVersionRowsQuery = watch(
  read('estate', browseImageVersions, { placeholder: 'same page' }),
  ({ data, pollMs }) =>
    data?.rows.some(({ provisioningState: state }) => state !== 'Succeeded' && state !== 'Failed') === true && pollMs,
)

/** The versions of an image definition. */
export const imageVersionsQuery = read('image-version', listImageVersions, { staleTime: 0 })

/** An image version with its replication, refreshed until it is settled; four times less often after an hour. */
export const imageVersionQuery = watch(
  read('image-version', getImageVersion, { staleTime: 0 }),
  ({ data, isMissing, pollMs }) => {
    if (isMissing || (data !== undefined && isSettled(data.provisioningState, data.targetRegions))) return false
    return isLong(data) ? pollMs * 4 : pollMs
  },
)

const longMs = 3_600_000

// By Azure's own times. The start is known only for a creation.
function isLong(version: ImageVersion | undefined): boolean {
  if (version?.provisioningState !== 'Creating' || version.publishedDate === undefined) return false
  return Date.parse(version.asOf) - Date.parse(version.publishedDate) > longMs
}

/** A complete image version, as Azure returns it; refreshed while an operation on it is in progress. */
export const storedImageVersionQuery = watch(
  read('image-version', getStoredImageVersion, { staleTime: 0 }),
  ({ data, pollMs }) => isBusyState(data?.version.properties.provisioningState ?? '') && pollMs,
)

/** The complete version that a new one begins like: as fresh as the inventory, which says which one it is. */
export const baseVersionQuery = read('image-version', getStoredImageVersion)

/** What encrypts an image version at the moment of asking: nothing older is shown in its place. */
export const imageVersionProofQuery = read('image-version', getImageVersionProof, { staleTime: 0, gcTime: 0 })

/** The account's permissions on an image version. */
export const imageVersionPermissionsQuery = read('permission', listImageVersionPermissions, { staleTime: aMinute })

/** The current or last steps of a version's deployment; refreshed while steps remain. */
export const versionWorksQuery = watch(
  read('version-work', listVersionWork, { staleTime: 0 }),
  ({ data = [], pollMs }) => data.some(({ state }) => state === 'Running') && pollMs,
)

/** A page of what was created from an image version. */
export const imageVersionUsesQuery = read('estate', browseImageVersionUses, { placeholder: 'previous' })

/** How many machines, scale sets and disks were created from an image version. */
export const imageVersionUseCountsQuery = read('estate', countImageVersionUses)

/** What an image version was made from, and that in turn. */
export const ancestorsQuery = read('estate', listAncestors)

/** The versions that descend from an image version. */
export const descendantsQuery = read('estate', listDescendants)

/** What Azure recorded about resources in the last 14 days. */
export const recordedChangesQuery = read('estate', listRecordedChanges)
