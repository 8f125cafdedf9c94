import { readClaims } from '../claims-request.ts'
import { EntraError } from '../errors.ts'
import { required, scopesOf } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'
import { demandConsent, demandContexts, demandSinglePageApplication, userTokens } from './user-tokens.ts'

/** grant_type=refresh_token; each refresh token is good once and brings the next. */
export async function redeemRefreshToken(request: TokenRequest): Promise<object> {
  const { directory, form } = request
  const { portal } = directory.applications
  const clientId = required(form, 'client_id')
  demandSinglePageApplication(request, portal.redirectUris)
  const asked = readClaims(form['claims'])
  const scopes = scopesOf(form['scope'] ?? '')
  demandConsent(directory, scopes)
  const grant = directory.signIns.refreshTokens.take(required(form, 'refresh_token'))
  if (grant === undefined || grant.clientId !== clientId)
    throw new EntraError(
      ['invalid_grant', 700084],
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime, which can not be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
    )
  try {
    demandContexts(grant, asked, form['claims'])
  } catch (refusal) {
    // The token was not used up by a refusal: the user may go on without the second factor.
    directory.signIns.refreshTokens.restore(required(form, 'refresh_token'), grant)
    throw refusal
  }
  const { expiresAt: _, ...rest } = grant
  return userTokens(directory, {
    ...rest,
    scopes: scopes.length > 0 ? scopes : rest.scopes,
    capabilities: asked.capabilities,
  })
}
