import { endSession } from '@portal/portal-api'
import type { CallerVerifier } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { route } from './route.ts'

/** Signing out: what is kept for the user is dropped, and the tokens that they had are good no longer. */
export function sessionRoutes(callers: CallerVerifier, tokens: OnBehalfOf) {
  return [
    route(endSession, async ({ thisTokenOnly }, { caller }) => {
      await callers.signOut(caller, thisTokenOnly ? 'thisToken' : 'allTokens')
      await tokens.forgetUser(caller)
      return {}
    }),
  ]
}
