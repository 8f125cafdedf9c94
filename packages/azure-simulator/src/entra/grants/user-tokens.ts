import { isRegisteredOrigin } from '../applications.ts'
import { tenantsOf } from '../directory.ts'
import type { Directory } from '../directory.ts'
import { EntraError, secondFactorRequired } from '../errors.ts'
import type { ClaimsRequest } from '../claims-request.ts'
import { refreshTokenLifetime } from '../sign-ins.ts'
import type { Grant } from '../sign-ins.ts'
import { accessTokenFor, accessTokenLifetime, clientInfoFor, idTokenFor, resourceScopes } from '../tokens.ts'
import type { TokenRequest } from './token-request.ts'

/** The answer to a redeemed code or refresh token, with a new refresh token. */
export async function userTokens(
  directory: Directory,
  grant: Grant,
  nonce?: string,
): Promise<Record<string, string | number>> {
  // Throws where the tenant is no more.
  tenantsOf(directory, grant.member.tenant.tenantId)
  const scopes = resourceScopes(grant.scopes)
  return {
    token_type: 'Bearer',
    scope: [...scopes, 'openid', 'profile', 'email'].join(' '),
    expires_in: accessTokenLifetime,
    ext_expires_in: accessTokenLifetime,
    access_token: await accessTokenFor(directory, grant),
    refresh_token: directory.signIns.refreshTokens.add({ ...grant, expiresAt: directory.now() + refreshTokenLifetime }),
    id_token: await idTokenFor(directory, grant, nonce),
    client_info: clientInfoFor(grant.member),
  }
}

/**
 * A code or refresh token of a single-page application is redeemed from a page of its own origin, and by nobody else:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes (AADSTS9002326, 9002327)
 */
export function demandSinglePageApplication({ origin }: TokenRequest, redirectUris: string[]): void {
  if (origin === undefined)
    throw new EntraError(
      ['invalid_request', 9002327],
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    )
  if (!isRegisteredOrigin(origin, redirectUris))
    throw new EntraError(
      ['invalid_request', 9002326],
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    )
}

/** The scopes that the browser's application may ask: the API's, and OpenID Connect's. Throws AADSTS65001 for another's. */
export function demandConsent(directory: Directory, scopes: string[]): void {
  const { portal, api } = directory.applications
  const foreign = resourceScopes(scopes).find(
    (scope) => scope !== api.scope && scope !== api.scope.replace('access_as_user', '.default'),
  )
  if (foreign === undefined) return
  const message = `The user or administrator has not consented to use the application with ID '${portal.clientId}' for '${foreign}'. Send an interactive authorization request for this user and resource.`
  throw new EntraError(['invalid_grant', 65001], message, { suberror: 'consent_required' })
}

/** Throws AADSTS50076 unless the grant has every authentication context that is asked for. `claims` is the request itself. */
export function demandContexts(
  grant: Pick<Grant, 'authenticationContexts'>,
  asked: ClaimsRequest,
  claims: string | undefined,
): void {
  if (asked.authenticationContexts.every((context) => grant.authenticationContexts.includes(context))) return
  throw secondFactorRequired(claims ?? '')
}
