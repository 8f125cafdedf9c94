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
import { get, post, put, del, nothing } from './endpoint.ts'

/** What there is to choose from for a new gallery of a subscription. */
export const getGalleryOptions = get(
  '/api/gallery-options',
  z.strictObject({ subscriptionId: z.string() }),
  z.strictObject({ resourceGroupNames: z.array(z.string()), regions: z.array(region) }),
)

/** Creates a gallery, or finds an existing identical one; 409 `ResourceExists` if a different one has the name. */
export const createGallery = put('/api/galleries', newGallery, z.strictObject({ id: z.string() }))

/**
 * Creates an image definition, or finds an existing identical one; 409 `ResourceExists` if a different one has the
 * name.
 */
export const createImageDefinition = put(
  '/api/image-definitions',
  newImageDefinition,
  z.strictObject({ id: z.string() }),
)

/** An image definition as Azure has it, which the request of a change sends back. */
export const getStoredDefinition = get(
  '/api/stored-image-definition',
  z.strictObject({ id: z.string() }),
  storedDefinition,
)

/** Changes the disk controllers of an image definition from a version on. */
export const changeDiskControllers = post(
  '/api/disk-controller-changes',
  z.strictObject({ id: z.string(), change: controllerChange }),
  nothing,
)

/**
 * What decides whether a version, an image definition or a gallery can be deleted, and whether the user has permission.
 */
export const getDeletion = get(
  '/api/gallery-deletion',
  z.strictObject({ id: z.string() }),
  z.strictObject({ facts: deletionFacts, permission }),
)

/** Deletes one of them. Azure continues after its response. */
export const deleteGalleryResource = del('/api/gallery-resources', z.strictObject({ id: z.string() }), nothing)

const id = z.string().check(z.maxLength(1024))

/** The locks that apply to an image version or a disk encryption set, and whether the user can set or remove one. */
export const listResourceLocks = get(
  '/api/resource-locks',
  z.strictObject({ id }),
  z.strictObject({
    /** on it and above it; absent if the user can't read them */
    locks: z.optional(z.array(resourceLock)),
    set: permission,
    remove: permission,
  }),
)

export type ResourceLocks = z.infer<typeof listResourceLocks.response>

/** Sets a lock on an image version or a disk encryption set; the same call again changes its notes. */
export const setResourceLock = put(
  '/api/resource-locks',
  z.strictObject({ id, level: lockLevel, notes: z.string().check(z.maxLength(longestLockNotes)) }),
  nothing,
)

/** Removes a lock that is set on an image version or a disk encryption set itself. */
export const removeResourceLock = del(
  '/api/resource-locks',
  z.strictObject({ id, name: z.string().check(z.minLength(1), z.maxLength(260)) }),
  nothing,
)

/** The Event Grid subscriptions to the versions of an image definition, and what became of the last one made here. */
export const getVersionEvents = get(
  '/api/version-events',
  z.strictObject({ imageDefinitionId: z.string() }),
  z.strictObject({
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
)
export type VersionEventsAnswer = z.infer<typeof getVersionEvents.response>

/** Starts the deployment that creates such a subscription; the address of a webhook is in no answer and in no log. */
export const createVersionEvents = put(
  '/api/version-events',
  z.strictObject({ events: versionEvents, endpointUrl: z.string().check(z.maxLength(2048)) }),
  nothing,
)

/** Removes one by its name. */
export const deleteVersionEvents = del(
  '/api/version-events',
  z.strictObject({ imageDefinitionId: z.string(), name: z.string() }),
  nothing,
)
