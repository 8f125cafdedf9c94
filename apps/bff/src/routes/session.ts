import { endSession } from '@portal/portal-api'
import type { CallerVerifier } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { route } from '../route.ts'

/** Signing out: what is kept for the user is dropped. */
export function sessionRoutes(callers: CallerVerifier, tokens: OnBehalfOf) {
  return [
    route(endSession, async (_, { caller }) => {
      tokens.forgetUser(caller)
      callers.forget(caller)
      return {}
    }),
  ]
}
