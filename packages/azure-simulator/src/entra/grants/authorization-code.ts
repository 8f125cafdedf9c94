import { createHash, timingSafeEqual } from 'node:crypto'
import { clientIn } from '../clients.ts'
import { EntraError } from '../errors.ts'
import { clientIdOf } from './client-authentication.ts'
import { required, scopesOf } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'
import { assertPlatform, userTokens } from './user-tokens.ts'

/**
 * grant_type=authorization_code with PKCE: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function redeemCode(request: TokenRequest): Promise<object> {
  const { directory, form } = request
  const clientId = clientIdOf(request)
  const redirectUri = required(form, 'redirect_uri')
  const code = directory.signIns.codes.take(required(form, 'code'))
  if (code === undefined || code.clientId !== clientId)
    throw new EntraError(
      ['invalid_grant', 70008],
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    )
  const { tenant } = code.member
  const { application } = clientIn(directory, tenant, clientId)
  const clientAuthentication = await assertPlatform(request, { application, tenant }, code.platform)
  if (code.redirectUri !== redirectUri)
    throw new EntraError(
      ['invalid_grant', 500112],
      `The reply address '${redirectUri}' does not match the reply address provided when requesting Authorization code.`,
    )
  if (code.codeChallenge !== undefined && !matches(required(form, 'code_verifier'), code.codeChallenge))
    throw new EntraError(
      ['invalid_grant', 501481],
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    )
  const asked = scopesOf(form['scope'] ?? '')
  const { redirectUri: _, codeChallenge: __, expiresAt: ___, nonce, ...grant } = code
  return userTokens(
    request,
    { ...grant, scopes: asked.length > 0 ? asked : code.scopes },
    { clientAuthentication, nonce },
  )
}

function matches(verifier: string, challenge: string): boolean {
  const expected = Buffer.from(challenge)
  const computed = Buffer.from(createHash('sha256').update(verifier).digest('base64url'))
  return expected.length === computed.length && timingSafeEqual(expected, computed)
}
