import { createHash, timingSafeEqual } from 'node:crypto'
import { EntraError } from '../errors.ts'
import { required, scopesOf } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'
import { demandConsent, demandSinglePageApplication, userTokens } from './user-tokens.ts'

/** grant_type=authorization_code with PKCE: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
export async function redeemCode(request: TokenRequest): Promise<object> {
  const { directory, form } = request
  const { portal } = directory.applications
  const clientId = required(form, 'client_id')
  if (clientId !== portal.clientId)
    throw new EntraError(
      ['unauthorized_client', 700016],
      `Application with identifier '${clientId}' was not found in the directory.`,
    )
  demandSinglePageApplication(request, portal.redirectUris)
  const verifier = required(form, 'code_verifier')
  const redirectUri = required(form, 'redirect_uri')
  const code = directory.signIns.codes.take(required(form, 'code'))
  if (code === undefined || code.clientId !== clientId)
    throw new EntraError(
      ['invalid_grant', 70008],
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    )
  if (code.redirectUri !== redirectUri)
    throw new EntraError(
      ['invalid_grant', 500112],
      `The reply address '${redirectUri}' does not match the reply address provided when requesting Authorization code.`,
    )
  if (!matches(verifier, code.codeChallenge))
    throw new EntraError(
      ['invalid_grant', 501481],
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    )
  const asked = scopesOf(form['scope'] ?? '')
  const scopes = asked.length > 0 ? asked : code.scopes
  demandConsent(directory, scopes)
  const { redirectUri: _, codeChallenge: __, expiresAt: ___, nonce, ...grant } = code
  return userTokens(directory, { ...grant, scopes }, nonce)
}

function matches(verifier: string, challenge: string): boolean {
  const expected = Buffer.from(challenge)
  const computed = Buffer.from(createHash('sha256').update(verifier).digest('base64url'))
  return expected.length === computed.length && timingSafeEqual(expected, computed)
}
