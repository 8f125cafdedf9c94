import {
  getEstateOverview,
  getPosture,
  getPostureLimits,
  listFailedResources,
  listGalleryQuotas,
  listRecentDefinitions,
  searchEstate,
} from '@portal/portal-api'
import { read } from './read.ts'

/** Fewer characters find too much to be of use. */
export const fewestCharacters = 2

/** What a text finds, of any kind. */
export const estateSearchQuery = read('estate', searchEstate, {
  enabled: ({ text }) => text.length >= fewestCharacters,
})

/** How many versions there are, by whose keys encrypt them. */
export const estateOverviewQuery = read('home', getEstateOverview, { refetchOnWindowFocus: true })

/** Everything in state `Failed`. */
export const failedResourcesQuery = read('home', listFailedResources, { refetchOnWindowFocus: true })

/** The image definitions used last. */
export const recentDefinitionsQuery = read('home', listRecentDefinitions, { refetchOnWindowFocus: true })

/** How many there are of a kind, by encryption and by place. */
export const postureQuery = read('estate', getPosture)

/** What the posture can't include. */
export const postureLimitsQuery = read('estate', getPostureLimits)

/** How much is used of Azure's limits on galleries. */
export const galleryQuotasQuery = read('estate', listGalleryQuotas)
