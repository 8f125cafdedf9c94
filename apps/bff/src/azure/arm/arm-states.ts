import { provisioningState, replicationState } from '@portal/portal-api'
import * as z from 'zod/mini'

// Azure can add states that are unknown today. An unknown state becomes `Unknown`, which counts as in progress, so it
// is read again.

// oxlint-disable promise/valid-params -- zod's catch is not that of a promise

/** The state of a gallery's resource. */
export const armProvisioningState = z.catch(provisioningState, 'Unknown')

/** The state of a region's copy. */
export const armReplicationState = z.catch(replicationState, 'Unknown')

/** The state of all copies together. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get */
export const armAggregatedState = z.catch(z.enum(['Unknown', 'InProgress', 'Completed', 'Failed']), 'Unknown')
