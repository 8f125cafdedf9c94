import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

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
