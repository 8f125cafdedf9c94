import { microsoftGraphId } from '../../directory/first-party.ts'
import type { ApplicationObject, Platform } from '../../directory/objects.ts'
import type { Tenant } from '../../world.ts'
import { accessTo, consentRequired, type ApiAccess, type Delegate } from '../api-access.ts'
import type { ClaimsRequest } from '../claims-request.ts'
import { clientIn } from '../clients.ts'
import { tenantsOf } from '../directory.ts'
import { EntraError, secondFactorRequired } from '../errors.ts'
import { requestedApis } from '../requested-apis.ts'
import { isOriginOf } from '../sign-in/redirect-uris.ts'
import { refreshTokenLifetime, type Grant } from '../sign-in/sign-ins.ts'
import {
  accessTokenFor,
  accessTokenLifetime,
  clientInfoFor,
  idTokenFor,
  resourceScopes,
  type ClientAuthentication,
} from '../tokens.ts'
import { authenticateClient, assertNoCredential } from './client-authentication.ts'
import type { TokenRequest } from './token-request.ts'

/** The answer to a redeemed code or refresh token, with a new refresh token. */
export async function userTokens(
  request: TokenRequest,
  grant: Grant,
  more: { clientAuthentication: ClientAuthentication; nonce?: string | undefined },
): Promise<Record<string, string | number>> {
  const { directory } = request
  const { member } = grant
  const { requested, ...access } = accessOf(request, grant)
  const granted = requested.values.length > 0 ? access.granted : [...access.granted, 'openid', 'profile', 'email']
  const scopes = [
    ...resourceScopes(grant.scopes),
    ...access.granted.map((value) => `${requested.name}/${value}`),
    'openid',
    'profile',
    'email',
  ]
  return {
    token_type: 'Bearer',
    scope: [...new Set(scopes)].join(' '),
    expires_in: accessTokenLifetime,
    ext_expires_in: accessTokenLifetime,
    access_token: await accessTokenFor(directory, grant, {
      api: access.api,
      name: requested.name,
      granted: [...new Set(granted)],
      clientAuthentication: more.clientAuthentication,
    }),
    refresh_token: directory.signIns.refreshTokens.add({ ...grant, expiresAt: directory.now() + refreshTokenLifetime }),
    id_token: await idTokenFor(directory, grant, more.nonce),
    client_info: clientInfoFor(member),
  }
}

/**
 * The current access from the grant's scopes. Throws AADSTS65001 without consent, and if the tenant no longer exists.
 */
function accessOf({ directory }: TokenRequest, { member, clientId, scopes }: Grant): ApiAccess {
  tenantsOf(directory, member.tenant.tenantId)
  const client = clientIn(directory, member.tenant, clientId)
  return assertAccess(
    accessToOne(directory, { member, client }, requestedApis(scopes, directory.origin)),
    client.application,
  )
}

/**
 * The access to the one API that a token can be for; to Microsoft Graph if none is named. Throws AADSTS28000 for two.
 */
export function accessToOne(
  directory: TokenRequest['directory'],
  delegate: Delegate,
  apis: ReturnType<typeof requestedApis>,
): ApiAccess {
  const [requested = { name: microsoftGraphId, values: [] }, ...others] = apis
  if (others.length === 0) return accessTo(directory, delegate, requested)
  const message =
    'Provided value for the input parameter scope is not valid because it contains more than one resource.'
  throw new EntraError(['invalid_request', 28000], message)
}

/** Throws AADSTS65001 unless all was consented to. */
export function assertAccess(access: ApiAccess, client: ApplicationObject): ApiAccess {
  if (access.isEnough) return access
  throw consentRequired(client)
}

/**
 * How the client of a code or a refresh token authenticates, by the type of its redirect URI. Tokens of a single-page
 * application can be redeemed only from a page of its own origin:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes (AADSTS9002326, 9002327)
 */
export async function assertPlatform(
  request: TokenRequest,
  { application, tenant }: { application: ApplicationObject; tenant: Tenant },
  platform: Platform,
): Promise<ClientAuthentication> {
  const { origin } = request
  if (platform === 'spa' && origin === undefined)
    throw new EntraError(
      ['invalid_request', 9002327],
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    )
  if (origin !== undefined && (platform !== 'spa' || !isOriginOf(application, origin)))
    throw new EntraError(
      ['invalid_request', 9002326],
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    )
  if (platform === 'web') return authenticateClient(request, { application, tenant })
  assertNoCredential(request)
  return '0'
}

/** Throws AADSTS50076 unless the grant has every required authentication context. `claims` is the request itself. */
export function assertContexts(
  grant: Pick<Grant, 'authenticationContexts'>,
  asked: ClaimsRequest,
  claims: string | undefined,
): void {
  if (asked.authenticationContexts.every((context) => grant.authenticationContexts.includes(context))) return
  throw secondFactorRequired(claims ?? '')
}
