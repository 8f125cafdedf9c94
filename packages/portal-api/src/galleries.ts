import { gallery, imageDefinition } from '@portal/gallery'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** A row of a subscription's galleries. ARM's list does not say how a gallery is shared. */
export const gallerySummary = z.omit(gallery, { sharing: true })
export type GallerySummary = z.infer<typeof gallerySummary>

/** The galleries of a subscription. */
export const listGalleries = endpoint({
  method: 'GET',
  path: '/api/galleries',
  request: z.strictObject({ subscriptionId: z.string() }),
  response: z.array(gallerySummary),
})

/** One gallery, with how it is shared. */
export const getGallery = endpoint({
  method: 'GET',
  path: '/api/gallery',
  request: z.strictObject({ id: z.string() }),
  response: gallery,
})

/** The image definitions of a gallery. */
export const listImageDefinitions = endpoint({
  method: 'GET',
  path: '/api/image-definitions',
  request: z.strictObject({ galleryId: z.string() }),
  response: z.array(imageDefinition),
})
