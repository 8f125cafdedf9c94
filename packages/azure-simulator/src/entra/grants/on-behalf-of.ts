import { decodeJwt, errors, jwtVerify } from 'jose'
import { membersOf, type Member } from '../../directory/member.ts'
import type { ApplicationObject } from '../../directory/objects.ts'
import { servicePrincipalNames } from '../../directory/registrations.ts'
import type { Tenant } from '../../world.ts'
import { readClaims } from '../claims-request.ts'
import { clientIn, clientPrincipal } from '../clients.ts'
import { tenantsOf } from '../directory.ts'
import { EntraError } from '../errors.ts'
import { requestedApis } from '../requested-apis.ts'
import type { Grant } from '../sign-in/sign-ins.ts'
import {
  accessTokenFor,
  accessTokenLifetime,
  clientInfoFor,
  idTokenFor,
  resourceScopes,
  isVersionOneIssuer,
  isVersionTwoIssuer,
} from '../tokens.ts'
import { authenticateClient, clientIdOf } from './client-authentication.ts'
import { required, scopesOf } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'
import { accessToOne, assertAccess, assertContexts } from './user-tokens.ts'

/**
 * grant_type=jwt-bearer, requested_token_use=on_behalf_of: the user's token for an API becomes the user's token for
 * another one. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export async function exchangeOnBehalfOf(request: TokenRequest): Promise<object> {
  const { directory, form } = request
  const clientId = clientIdOf(request)
  const tenant = tenantOfAssertion(request, required(form, 'assertion'))
  const client = clientIn(directory, tenant, clientId)
  const clientAuthentication = await authenticateClient(request, { application: client.application, tenant })
  clientPrincipal(tenant, clientId)
  if (required(form, 'requested_token_use') !== 'on_behalf_of')
    throw new EntraError(['invalid_request', 900144], "The value of 'requested_token_use' must be 'on_behalf_of'.")
  const scopes = scopesOf(required(form, 'scope'))
  const assertion = await verifiedAssertion(request, { application: client.application, tenant })
  const { member } = assertion
  const access = assertAccess(
    accessToOne(directory, { member, client }, requestedApis(scopes, directory.origin)),
    client.application,
  )
  const asked = readClaims(form['claims'])
  assertContexts(assertion, asked, form['claims'])
  const grant: Grant = { ...assertion, clientId, scopes, platform: 'web', capabilities: asked.capabilities }
  return {
    token_type: 'Bearer',
    // msal-node searches its cache by the requested scope, including `.default`.
    scope: resourceScopes(scopes).join(' '),
    expires_in: accessTokenLifetime,
    ext_expires_in: accessTokenLifetime,
    access_token: await accessTokenFor(directory, grant, {
      api: access.api,
      name: access.requested.name,
      granted: access.granted,
      clientAuthentication,
    }),
    ...(scopes.includes('openid') && { id_token: await idTokenFor(directory, grant) }),
    ...(form['client_info'] === '1' && { client_info: clientInfoFor(member) }),
  }
}

/** A user's token for the API that acts for them. */
interface Assertion {
  member: Member
  sessionId: string
  authenticationContexts: string[]
}

/** The tenant that an assertion names, not verified yet. Throws AADSTS50013 if the request goes to another one. */
function tenantOfAssertion({ directory, tenantSegment }: TokenRequest, assertion: string): Tenant {
  const tenants = tenantsOf(directory, tenantSegment)
  const claimed = tenantClaimOf(assertion)
  const tenant = typeof claimed === 'string' ? directory.tenants.get(claimed) : undefined
  if (tenant && tenants.includes(tenant)) return tenant
  return fail(50013, 'Assertion failed signature validation. [Reason - The assertion is of another tenant.]')
}

/** Verifies the assertion of the request: signed here, alive, and for this application. */
async function verifiedAssertion(
  { directory, form }: TokenRequest,
  { application, tenant }: { application: ApplicationObject; tenant: Tenant },
): Promise<Assertion> {
  const { payload } = await jwtVerify(required(form, 'assertion'), directory.key.verificationKey, {
    audience: servicePrincipalNames(application),
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'tid', 'oid'],
    currentDate: new Date(directory.now()),
  }).catch((error: unknown) => {
    if (error instanceof errors.JWTExpired)
      return fail(
        500133,
        'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
      )
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
      return fail(
        500131,
        `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion must be '${application.appId}'.`,
      )
    return fail(
      50013,
      'Assertion failed signature validation. [Reason - The provided assertion is not a token of this tenant.]',
    )
  })
  const { oid, iss, scp, acrs, sid, idtyp } = payload
  if (!isVersionOneIssuer(iss, tenant.tenantId) && !isVersionTwoIssuer(iss, tenant.tenantId))
    return fail(50013, 'Assertion failed signature validation. [Reason - The issuer is unknown.]')
  if (idtyp === 'app') return fail(7000114, 'Application is not allowed to make application on-behalf-of calls.')
  // An ID token has no scopes, and is not a token for an API.
  if (typeof scp !== 'string') return fail(50013, 'Assertion is not an access token. [Reason - It has no scopes.]')
  const member = membersOf([tenant]).find(({ user }) => user.id === oid)
  if (member === undefined) return fail(50034, `The user account does not exist in the ${tenant.tenantName} directory.`)
  return {
    member,
    sessionId: typeof sid === 'string' ? sid : '',
    authenticationContexts: Array.isArray(acrs) ? acrs.map(String) : [],
  }
}

function tenantClaimOf(assertion: string): unknown {
  try {
    return decodeJwt(assertion)['tid']
  } catch {
    return undefined
  }
}

function fail(aadsts: number, reason: string): never {
  throw new EntraError(['invalid_grant', aadsts], reason)
}
