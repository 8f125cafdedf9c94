import * as z from 'zod/mini'
import { get, nothing } from './endpoint.ts'

export const subscription = z.strictObject({
  subscriptionId: z.string(),
  displayName: z.string(),
  tenantId: z.string(),
})
export type Subscription = z.infer<typeof subscription>

/** The subscriptions that the user can see, by display name. */
export const listSubscriptions = get('/api/subscriptions', nothing, z.array(subscription))

/** Where a region is, in degrees. */
const regionPlace = z.strictObject({
  /** short name */
  name: z.string(),
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
})
export type RegionPlace = z.infer<typeof regionPlace>

/** The places of all regions that a subscription can use, where Azure says them. */
export const listRegionPlaces = get(
  '/api/region-places',
  z.strictObject({ subscriptionId: z.string() }),
  z.array(regionPlace),
)
