import { region } from '@portal/disk-encryption'
import {
  deletionFacts,
  lockLevel,
  longestLockNotes,
  newGallery,
  newImageDefinition,
  resourceLock,
  versionEvents,
} from '@portal/gallery'
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

const id = z.string().check(z.maxLength(1024))

/** The locks that apply to an image version or a disk encryption set, and whether the user can set or remove one. */
export const listResourceLocks = endpoint({
  method: 'GET',
  path: '/api/resource-locks',
  request: z.strictObject({ id }),
  response: z.strictObject({
    /** on it and above it; absent if the user can't read them */
    locks: z.optional(z.array(resourceLock)),
    set: permission,
    remove: permission,
  }),
})

export type ResourceLocks = z.infer<typeof listResourceLocks.response>

/** Sets a lock on an image version or a disk encryption set; the same call again changes its notes. */
export const setResourceLock = endpoint({
  method: 'PUT',
  path: '/api/resource-locks',
  request: z.strictObject({ id, level: lockLevel, notes: z.string().check(z.maxLength(longestLockNotes)) }),
  response: z.strictObject({}),
})

/** Removes a lock that is set on an image version or a disk encryption set itself. */
export const removeResourceLock = endpoint({
  method: 'DELETE',
  path: '/api/resource-locks',
  request: z.strictObject({ id, name: z.string().check(z.minLength(1), z.maxLength(260)) }),
  response: z.strictObject({}),
})

/** The Event Grid subscriptions to the versions of an image definition, and what became of the last one made here. */
export const getVersionEvents = endpoint({
  method: 'GET',
  path: '/api/version-events',
  request: z.strictObject({ imageDefinitionId: z.string() }),
  response: z.strictObject({
    subscriptions: z.array(
      z.strictObject({
        name: z.string(),
        /** Event Grid's word, such as `WebHook` */
        destination: z.string(),
        /** the address without its query, the name of the queue, or the function */
        target: z.string(),
        /** `Succeeded`, `Creating`, `AwaitingManualAction`, `Failed` … */
        state: z.string(),
      }),
    ),
    creation: z.optional(
      z.strictObject({
        state: z.enum(['Running', 'Succeeded', 'Failed', 'Canceled']),
        error: z.optional(z.strictObject({ code: z.string(), message: z.string() })),
      }),
    ),
    mayCreate: permission,
  }),
})
export type VersionEventsAnswer = z.infer<typeof getVersionEvents.response>

/** Starts the deployment that creates such a subscription; the address of a webhook is in no answer and in no log. */
export const createVersionEvents = endpoint({
  method: 'PUT',
  path: '/api/version-events',
  request: z.strictObject({ events: versionEvents, endpointUrl: z.string().check(z.maxLength(2048)) }),
  response: z.strictObject({}),
})

/** Removes one by its name. */
export const deleteVersionEvents = endpoint({
  method: 'DELETE',
  path: '/api/version-events',
  request: z.strictObject({ imageDefinitionId: z.string(), name: z.string() }),
  response: z.strictObject({}),
})
