import * as z from 'zod/mini'
import { gallery, imageDefinition } from '@portal/image-version'
import { endpoint } from './endpoint.ts'

/** The galleries of a subscription. */
export const listGalleries = endpoint({
  method: 'GET',
  path: '/api/galleries',
  request: z.strictObject({ subscriptionId: z.string() }),
  response: z.array(gallery),
})

/** The image definitions of a gallery. */
export const listImageDefinitions = endpoint({
  method: 'GET',
  path: '/api/image-definitions',
  request: z.strictObject({ galleryId: z.string() }),
  response: z.array(imageDefinition),
})
