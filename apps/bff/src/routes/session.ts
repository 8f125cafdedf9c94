import { endSession } from '@portal/portal-api'
import type { CallerVerifier } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { route } from '../route.ts'

/** Signing out: what is kept for the user is dropped, and the token that asked for it is good no longer. */
export function sessionRoutes(callers: CallerVerifier, tokens: OnBehalfOf) {
  return [
    route(endSession, async (_, { caller }) => {
      await callers.signOut(caller)
      await tokens.forgetUser(caller)
      return {}
    }),
  ]
}
