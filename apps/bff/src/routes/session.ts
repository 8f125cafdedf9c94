import { endSession, getSignIn, type MultifactorAuthentication } from '@portal/portal-api'
import { decodeJwt, type JWTPayload } from 'jose'
import type { CallerVerifier } from '../auth/caller.ts'
import type { OnBehalfOf } from '../auth/on-behalf-of.ts'
import { route } from './route.ts'

// `ngcmfa` is the same as `mfa`.
const multifactor = ['mfa', 'ngcmfa']

/**
 * Whether the user of a token for ARM signed in with multifactor authentication, for display only: by the claim `amr`,
 * which version 1.0 tokens have, as ARM's are, and the version 2.0 tokens of the portal's own API don't. A token is its
 * API's own affair, and any claim can be missing: then it is unknown.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#payload-claims
 */
export function multifactorAuthenticationOf(armToken: string): MultifactorAuthentication {
  const methods = claimsOf(armToken)['amr']
  if (!Array.isArray(methods)) return 'unknown'
  return methods.some((method) => multifactor.includes(String(method))) ? 'used' : 'notUsed'
}

function claimsOf(token: string): JWTPayload {
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}

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
