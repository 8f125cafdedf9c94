import { wantedRevocation } from '@portal/version-update'
import * as z from 'zod/mini'
import { put, del } from '../endpoint.ts'
import { fingerprint } from './image-version-updates.ts'

const path = '/api/image-version-revocations'
const id = z.string().check(z.maxLength(1024))

/** The most versions that are revoked with the one that they were made from. */
export const mostDescendantsRevoked = 19

/**
 * Revokes a version with one PUT: tags that say why, excluded from latest, an end of life. With versions that were made
 * from it, one deployment revokes them after it, one by one. Refused like `updateImageVersion`; asked again for what is
 * done, it sends nothing.
 */
export const revokeImageVersion = put(
  path,
  z.strictObject({
    id,
    revocation: wantedRevocation,
    fingerprint,
    /** versions of its resource group that were made from it, revoked for the same reason without a replacement */
    descendants: z.optional(z.array(z.strictObject({ id, fingerprint })).check(z.maxLength(mostDescendantsRevoked))),
  }),
  z.strictObject({ id: z.string() }),
)

/** Undoes a revocation: the version is as it was before. Refused likewise. */
export const undoRevocation = del(path, z.strictObject({ id, fingerprint }), z.strictObject({ id: z.string() }))
