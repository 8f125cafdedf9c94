import { gallery, imageDefinition } from '@portal/gallery'
import * as z from 'zod/mini'
import { get } from './endpoint.ts'

/** A row of a subscription's galleries. ARM's list does not say how a gallery is shared. */
export const gallerySummary = z.omit(gallery, { sharing: true })
export type GallerySummary = z.infer<typeof gallerySummary>

/** The galleries of a subscription. */
export const listGalleries = get(
  '/api/galleries',
  z.strictObject({ subscriptionId: z.string() }),
  z.array(gallerySummary),
)

/** One gallery, with how it is shared. */
export const getGallery = get('/api/gallery', z.strictObject({ id: z.string() }), gallery)

/** The image definitions of a gallery. */
export const listImageDefinitions = get(
  '/api/image-definitions',
  z.strictObject({ galleryId: z.string() }),
  z.array(imageDefinition),
)
