import * as z from 'zod/mini'
import { get } from '../endpoint.ts'

/** How much of one of Azure's limits on galleries is used in a region of a subscription. */
const galleryQuota = z.strictObject({
  /** of galleries, of image definitions, or of image versions: each where it is replicated to */
  quota: z.enum(['Gallery', 'GalleryImage', 'GalleryImageVersion']),
  subscriptionId: z.string(),
  /** short name */
  location: z.string(),
  used: z.number(),
  /** as documented, or the subscription's own where Azure lists one */
  limit: z.number(),
  /** of all these versions together */
  replicas: z.optional(z.number()),
})
export type GalleryQuota = z.infer<typeof galleryQuota>

/** A share of a limit from which on it is pointed out. */
export const nearQuota = 0.8

/**
 * The use of Azure's limits on galleries that the caller can see, the fullest first: all of one subscription, or of
 * all subscriptions those near their limit and the fullest of each kind. Two Resource Graph queries, and up to five
 * calls for the limits of regions with a hundred versions or more.
 * https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#limits
 */
export const listGalleryQuotas = get(
  '/api/gallery-quotas',
  z.strictObject({ subscriptionId: z.optional(z.string()) }),
  z.array(galleryQuota),
)
