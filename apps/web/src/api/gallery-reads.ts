import {
  browseGalleries,
  browseImageDefinitions,
  getAccess,
  getCleanUp,
  getDeletion,
  getGallery,
  getInventory,
  getLatestVersions,
  getSoftDeleteFacts,
  getStoredDefinition,
  getVersionEvents,
  listCleanUps,
  listDeletedVersions,
  listGalleries,
  listImageDefinitions,
  listLatestFollowers,
  listLatestWork,
  listResourceLocks,
} from '@portal/portal-api'
import { read, watch } from './read.ts'

/** A page of galleries. */
export const galleryRowsQuery = read('estate', browseGalleries, { placeholder: 'same page' })

/** A page of a gallery's image definitions. */
export const imageDefinitionRowsQuery = read('estate', browseImageDefinitions, { placeholder: 'same page' })

/** The galleries of a subscription. */
export const galleriesQuery = read('gallery', listGalleries)

/** One gallery, with how it is shared. */
export const galleryQuery = read('gallery', getGallery)

/** The image definitions of a gallery. */
export const imageDefinitionsQuery = read('gallery', listImageDefinitions)

/** An image definition as Azure has it, as of the request. */
export const storedDefinitionQuery = read('preview', getStoredDefinition, { staleTime: 0, gcTime: 0 })

/** What the wizard needs for an image definition. */
export const inventoryQuery = read('inventory', getInventory)

/** What decides whether a version, a definition or a gallery can be deleted, as of the request. */
export const deletionQuery = read('preview', getDeletion, { staleTime: 0, gcTime: 0 })

/** The locks that apply to an image version. */
export const resourceLocksQuery = read('lock', listResourceLocks, { staleTime: 0 })

/** What decides how a gallery's soft delete can be set. */
export const softDeleteFactsQuery = read('preview', getSoftDeleteFacts, { staleTime: 0 })

// A deleted version appears in the bin when Azure is done.
const pollsLeftOut = 3

/** The recycle bin of a definition; refreshed from time to time while deleted versions arrive in it. */
export const recycleBinQuery = watch(
  read('recycle-bin', listDeletedVersions, { staleTime: 0 }),
  ({ data, pollMs }) => data?.policy?.isSoftDeleteEnabled === true && pollMs * pollsLeftOut,
)

/** What latest gives in each region of a definition, as of the request. */
export const latestVersionsQuery = read('latest', getLatestVersions, { staleTime: 0 })

/** The current or last changes of a definition's latest; refreshed while steps remain. */
export const latestWorksQuery = watch(
  read('version-work', listLatestWork, { staleTime: 0 }),
  ({ data = [], pollMs }) => data.some(({ state }) => state === 'Running') && pollMs,
)

/** The scale sets that follow a definition's latest version. */
export const latestFollowersQuery = read('estate', listLatestFollowers)

/** The clean-ups that were stated for a gallery. */
export const cleanUpsQuery = read('clean-up', listCleanUps)

/** A clean-up as Azure has it; refreshed while Azure is at one of its versions. */
export const cleanUpQuery = watch(
  read('clean-up', getCleanUp, { staleTime: 0 }),
  ({ data, pollMs }) => data?.states.includes('UnderWay') === true && pollMs,
)

/** The event subscriptions of a definition; refreshed while one is created. */
export const versionEventsQuery = watch(
  read('version-events', getVersionEvents, { staleTime: 0 }),
  ({ data, pollMs }) => data?.creation?.state === 'Running' && pollMs,
)

/** What a purpose needs for a resource, and what of it somebody has. */
export const accessQuery = read('permission', getAccess, { staleTime: 0 })
