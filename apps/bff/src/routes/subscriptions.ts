import { parseGalleryId, formatResourceId, resourceGroupId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { servesTenant, type Registration } from '../auth/registration.ts'
import { allowedActions } from '../azure/subscriptions/allowed-actions.ts'
import { listDirectories } from '../azure/subscriptions/directories.ts'
import { listPolicyAssignments } from '../azure/subscriptions/policy-assignments.ts'
import { listRegionPlaces } from '../azure/subscriptions/region-places.ts'
import { listRegistrations, register } from '../azure/subscriptions/registrations.ts'
import { parseSubscriptionId } from '../azure/subscriptions/subscription-id.ts'
import { listSubscriptions } from '../azure/subscriptions/subscriptions.ts'
import { route } from './route.ts'

/** Directories, subscriptions, their policies, and what they and a user need before versions can be created. */
export function subscriptionRoutes(registration: Registration) {
  return [
    route(api.listDirectories, async (_, { azure }) =>
      (await listDirectories(azure)).filter(({ tenantId }) => servesTenant(registration, tenantId)),
    ),
    route(api.listSubscriptions, (_, { azure, caller }) => listSubscriptions(azure, caller.tid)),
    route(api.listRegionPlaces, ({ subscriptionId }, { azure }) =>
      listRegionPlaces(azure, parseSubscriptionId(subscriptionId)),
    ),
    route(api.listPolicyAssignments, async (asked, { azure }) => ({
      assignments: await listPolicyAssignments(azure, scopeOf(asked)),
    })),
    route(api.listRegistrations, ({ subscriptionId }, { azure }) =>
      listRegistrations(azure, parseSubscriptionId(subscriptionId)),
    ),
    route(api.register, ({ subscriptionId, name }, { azure }) =>
      register(azure, parseSubscriptionId(subscriptionId), name),
    ),
    route(api.listAllowedActions, ({ subscriptionId, galleryId }, { azure }) =>
      allowedActions(
        azure,
        parseSubscriptionId(subscriptionId),
        galleryId === undefined ? undefined : parseGalleryId(galleryId),
      ),
    ),
  ]
}

function scopeOf(asked: api.PolicyScope): string {
  if ('galleryId' in asked) return formatResourceId(parseGalleryId(asked.galleryId))
  // For a group that does not exist yet, its subscription's policies apply.
  return asked.resourceGroupName === '' ? `/subscriptions/${asked.subscriptionId}` : resourceGroupId(asked)
}
