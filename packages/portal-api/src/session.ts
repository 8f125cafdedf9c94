import * as z from 'zod/mini'
import { endpoint, get, nothing } from './endpoint.ts'

/** Whether this sign-in had multifactor authentication; `unknown` if the token doesn't say. */
export const multifactorAuthentication = z.enum(['used', 'notUsed', 'unknown'])
export type MultifactorAuthentication = z.infer<typeof multifactorAuthentication>

/** How the user signed in, as far as their token for Azure says. */
export const getSignIn = get('/api/sign-in', nothing, z.strictObject({ multifactorAuthentication }))

/** Sign-out: the BFF removes its tokens of the user. */
export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/session',
  ofSession: true,
  request: z.strictObject({
    /** the session ended by itself in one browser, and the user might be active in another */
    thisTokenOnly: z.optional(z.boolean()),
  }),
  response: z.strictObject({}),
})
