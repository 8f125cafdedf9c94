import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** Signing out: the BFF forgets the tokens it holds for the user. */
export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/session',
  request: z.strictObject({}),
  response: z.strictObject({}),
})
