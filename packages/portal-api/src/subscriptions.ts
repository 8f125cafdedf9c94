import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

export const subscription = z.strictObject({
  subscriptionId: z.string(),
  displayName: z.string(),
  tenantId: z.string(),
})
export type Subscription = z.infer<typeof subscription>

/** The subscriptions that the user can see, by display name. */
export const listSubscriptions = endpoint({
  method: 'GET',
  path: '/api/subscriptions',
  request: z.strictObject({}),
  response: z.array(subscription),
})
