import { region } from '@portal/disk-encryption'
import { deletionFacts, newGallery, newImageDefinition } from '@portal/gallery'
import { controllerChange, storedDefinition } from '@portal/version-rules'
import * as z from 'zod/mini'
import { permission } from './disk-encryption-sets.ts'
import { endpoint } from './endpoint.ts'

/** What there is to choose from for a new gallery of a subscription. */
export const getGalleryOptions = endpoint({
  method: 'GET',
  path: '/api/gallery-options',
  request: z.strictObject({ subscriptionId: z.string() }),
  response: z.strictObject({ resourceGroupNames: z.array(z.string()), regions: z.array(region) }),
})

/** Creates a gallery, or finds an existing identical one; 409 `ResourceExists` if a different one has the name. */
export const createGallery = endpoint({
  method: 'PUT',
  path: '/api/galleries',
  request: newGallery,
  response: z.strictObject({ id: z.string() }),
})

/**
 * Creates an image definition, or finds an existing identical one; 409 `ResourceExists` if a different one has the
 * name.
 */
export const createImageDefinition = endpoint({
  method: 'PUT',
  path: '/api/image-definitions',
  request: newImageDefinition,
  response: z.strictObject({ id: z.string() }),
})

/** An image definition as Azure has it, which the request of a change sends back. */
export const getStoredDefinition = endpoint({
  method: 'GET',
  path: '/api/stored-image-definition',
  request: z.strictObject({ id: z.string() }),
  response: storedDefinition,
})

/** Changes the disk controllers of an image definition from a version on. */
export const changeDiskControllers = endpoint({
  method: 'POST',
  path: '/api/disk-controller-changes',
  request: z.strictObject({ id: z.string(), change: controllerChange }),
  response: z.strictObject({}),
})

/**
 * What decides whether a version, an image definition or a gallery can be deleted, and whether the user has permission.
 */
export const getDeletion = endpoint({
  method: 'GET',
  path: '/api/gallery-deletion',
  request: z.strictObject({ id: z.string() }),
  response: z.strictObject({ facts: deletionFacts, permission }),
})

/** Deletes one of them. Azure continues after its response. */
export const deleteGalleryResource = endpoint({
  method: 'DELETE',
  path: '/api/gallery-resources',
  request: z.strictObject({ id: z.string() }),
  response: z.strictObject({}),
})
