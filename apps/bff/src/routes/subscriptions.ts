import { listSubscriptions as endpoint } from '@portal/portal-api'
import { listSubscriptions } from '../azure/subscriptions/subscriptions.ts'
import { route } from './route.ts'

export const subscriptionRoutes = [route(endpoint, (_, { azure, caller }) => listSubscriptions(azure, caller.tid))]
