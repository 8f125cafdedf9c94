import * as z from 'zod/mini'
import { get } from '../endpoint.ts'

// What was made from an image version other than by deploying it, as far as Azure stores it and the user can read it.

/** A version, or what it was captured through. */
export const descendant = z.strictObject({
  kind: z.enum(['imageVersion', 'managedImage', 'snapshot', 'disk']),
  id: z.string(),
  /** short name of its region */
  location: z.string(),
  /** ID of what it was made from: the version, a machine or disk from it, or another descendant */
  sourceId: z.string(),
  /** a version that is revoked, too */
  isRevoked: z.boolean(),
})
export type Descendant = z.infer<typeof descendant>

/**
 * The versions that descend from a version, and the images, snapshots and disks in between. One query for each
 * generation.
 */
export const listDescendants = get(
  '/api/estate/image-version-descendants',
  z.strictObject({ imageVersionId: z.string() }),
  z.strictObject({
    descendants: z.array(descendant),
    /** false: there are more, or later generations, than were read */
    isComplete: z.boolean(),
  }),
)
export type Descendants = z.infer<typeof listDescendants.response>

/** One of the resources that a version goes back to. */
const ancestor = z.strictObject({
  id: z.string(),
  kind: z.enum(['imageVersion', 'virtualMachine', 'managedImage', 'snapshot', 'disk', 'other']),
  /** a version that is revoked */
  isRevoked: z.boolean(),
})
export type Ancestor = z.infer<typeof ancestor>

/** What a version was made from, and that in turn, by the sources that Azure stores. One query for each. */
export const listAncestors = get(
  '/api/estate/image-version-ancestors',
  z.strictObject({ imageVersionId: z.string() }),
  z.strictObject({
    /** the nearest first; of several disks, that of the operating system */
    ancestors: z.array(ancestor),
    /**
     * why it goes no further. `Origin`: Azure stores no source of the last one; `NotFound`: the last one does not exist
     * anymore, or can't be viewed; `VersionUnknown`: the last one is a definition, its version isn't stored; `TooMany`
     */
    end: z.enum(['Origin', 'NotFound', 'VersionUnknown', 'TooMany']),
  }),
)
