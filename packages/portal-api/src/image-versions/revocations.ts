import { wantedRevocation } from '@portal/version-update'
import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'
import { fingerprint } from './image-version-updates.ts'

const path = '/api/image-version-revocations'
const id = z.string().check(z.maxLength(1024))

/**
 * Revokes a version with one PUT: tags that say why, excluded from latest, an end of life. Refused like
 * `updateImageVersion`; asked again for what is done, it sends nothing.
 */
export const revokeImageVersion = endpoint({
  method: 'PUT',
  path,
  request: z.strictObject({ id, revocation: wantedRevocation, fingerprint }),
  response: z.strictObject({ id: z.string() }),
})

/** Undoes a revocation: the version is as it was before. Refused likewise. */
export const undoRevocation = endpoint({
  method: 'DELETE',
  path,
  request: z.strictObject({ id, fingerprint }),
  response: z.strictObject({ id: z.string() }),
})
