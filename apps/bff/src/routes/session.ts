import { endSession, getSignIn } from '@portal/portal-api'
import type { CallerVerifier } from '../auth/caller.ts'
import { multifactorAuthenticationOf } from '../auth/multifactor-authentication.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { route } from './route.ts'

/** How the user signed in, and sign-out: the user's cached data is removed, and their tokens are no longer valid. */
export function sessionRoutes(callers: CallerVerifier, tokens: OnBehalfOf) {
  return [
    route(getSignIn, async (_, { caller }) => ({
      multifactorAuthentication: multifactorAuthenticationOf(await tokens.tokenFor(caller)),
    })),
    route(endSession, async ({ thisTokenOnly }, { caller }) => {
      await callers.signOut(caller, thisTokenOnly ? 'thisToken' : 'allTokens')
      await tokens.forgetUser(caller)
    }),
  ]
}
