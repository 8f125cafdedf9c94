import * as api from '@portal/portal-api'
import { listRegionPlaces } from '../azure/subscriptions/region-places.ts'
import { parseSubscriptionId } from '../azure/subscriptions/subscription-id.ts'
import { listSubscriptions } from '../azure/subscriptions/subscriptions.ts'
import { route } from './route.ts'

export const subscriptionRoutes = [
  route(api.listSubscriptions, (_, { azure, caller }) => listSubscriptions(azure, caller.tid)),
  route(api.listRegionPlaces, ({ subscriptionId }, { azure }) =>
    listRegionPlaces(azure, parseSubscriptionId(subscriptionId)),
  ),
]
