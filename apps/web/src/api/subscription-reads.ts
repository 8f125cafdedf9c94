import {
  getGalleryOptions,
  getSourceResource,
  listAllowedActions,
  listPolicyAssignments,
  listRegionPlaces,
  listRegistrations,
  listSourceResources,
  listSubscriptions,
  type Registration,
} from '@portal/portal-api'
import { fiveMinutes, read, watch } from './read.ts'

/** The subscriptions that the account can see. */
export const subscriptionsQuery = read('subscription', listSubscriptions, { staleTime: fiveMinutes })

/** Where the regions of a subscription are, read once. */
export const regionPlacesQuery = read('subscription', listRegionPlaces, { staleTime: Infinity })

/** What there is to choose from for a new gallery. */
export const galleryOptionsQuery = read('subscription', getGalleryOptions)

/** The policies that apply to a gallery or a resource group. */
export const policyAssignmentsQuery = read('subscription', listPolicyAssignments, { staleTime: fiveMinutes })

/** What the account's roles allow in a subscription or at a gallery. */
export const allowedActionsQuery = read('permission', listAllowedActions)

/** What a subscription has registered, refreshed while a registration is in progress. */
export const registrationsQuery = watch(
  read('registration', listRegistrations, { staleTime: 0 }),
  ({ data = [], pollMs }) => data.some(isUnderWay) && pollMs,
)

/** Whether a registration is in progress. */
export function isUnderWay({ state }: Registration): boolean {
  return state === 'Registering' || state === 'Pending' || state === 'Unregistering'
}

/** The resources of a subscription from which an image version can be created. */
export const sourceResourcesQuery = read('source', listSourceResources)

/** One source by its ID. */
export const sourceResourceQuery = read('source', getSourceResource)

/** A source that Azure is creating, refreshed until it is done. */
export const unfinishedSourceQuery = watch(
  read('source', getSourceResource, { staleTime: 0 }),
  ({ data, pollMs }) => data?.provisioningState !== 'Succeeded' && data?.provisioningState !== 'Failed' && pollMs,
)
