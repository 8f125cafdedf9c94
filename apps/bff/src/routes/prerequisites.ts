import { parseGalleryId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { allowedActions } from '../azure/subscriptions/allowed-actions.ts'
import { listRegistrations, register } from '../azure/subscriptions/registrations.ts'
import { parseSubscriptionId } from '../azure/subscriptions/subscription-id.ts'
import { route } from './route.ts'

/** What a subscription and a user need before encrypted versions can be created. */
export const prerequisiteRoutes = [
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
