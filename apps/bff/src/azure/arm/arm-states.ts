import { provisioningState, replicationState } from '@portal/portal-api'
import * as z from 'zod/mini'

// Azure may come to have states that nobody knows today, and an answer is no less worth for one: it says `Unknown`,
// which counts as under way, and is asked for again.

// oxlint-disable promise/valid-params -- zod's catch is not that of a promise

/** The state of a gallery's resource. */
export const armProvisioningState = z.catch(provisioningState, 'Unknown')

/** The state of a region's copy. */
export const armReplicationState = z.catch(replicationState, 'Unknown')

/** The state of all copies together. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get */
export const armAggregatedState = z.catch(z.enum(['Unknown', 'InProgress', 'Completed', 'Failed']), 'Unknown')
