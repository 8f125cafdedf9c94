import { errors, jwtVerify } from 'jose'
import { readClaims } from '../claims-request.ts'
import { tenantsOf } from '../directory.ts'
import { membersOf } from '../member.ts'
import type { Directory } from '../directory.ts'
import type { Member } from '../member.ts'
import { EntraError } from '../errors.ts'
import { accessTokenLifetime, armTokenFor, clientInfoFor, idTokenFor, issuerFor, resourceScopes } from '../tokens.ts'
import { credentialOf, demandSecret } from './client-authentication.ts'
import { required, scopesOf } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'
import { demandContexts } from './user-tokens.ts'

// With one slash or two: a resource may itself end in one.
const armScope = /^https:\/\/management\.(azure|core\.windows)\.(com|net)\/{0,2}(\.default|user_impersonation)$/

/**
 * grant_type=jwt-bearer, requested_token_use=on_behalf_of: the user's token for the API becomes the user's token for
 * Azure Resource Manager. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export async function exchangeOnBehalfOf(request: TokenRequest): Promise<object> {
  const { directory, form, tenantSegment } = request
  const { api } = directory.applications
  const credential = credentialOf(request)
  if (credential.clientId !== api.clientId)
    throw new EntraError(
      ['unauthorized_client', 700016],
      `Application with identifier '${credential.clientId}' was not found in the directory.`,
    )
  demandSecret(credential, api.clientSecret)
  if (required(form, 'requested_token_use') !== 'on_behalf_of')
    throw new EntraError(['invalid_request', 900144], "The value of 'requested_token_use' must be 'on_behalf_of'.")
  const scopes = scopesOf(required(form, 'scope'))
  const foreign = resourceScopes(scopes).find((scope) => !armScope.test(scope))
  if (foreign !== undefined || resourceScopes(scopes).length === 0)
    throw new EntraError(
      ['invalid_grant', 65001],
      `The user or administrator has not consented to use the application with ID '${api.clientId}' for '${foreign}'.`,
      { suberror: 'consent_required' },
    )
  const assertion = await verifiedAssertion(directory, required(form, 'assertion'))
  if (!tenantsOf(directory, tenantSegment).includes(assertion.member.tenant))
    throw new EntraError(
      ['invalid_grant', 50013],
      'Assertion failed signature validation. [Reason - The assertion is of another tenant.]',
    )
  const asked = readClaims(form['claims'])
  demandContexts(assertion, asked, form['claims'])
  const grant = {
    ...assertion,
    clientId: api.clientId,
    scopes,
    sessionId: assertion.sessionId,
    capabilities: asked.capabilities,
  }
  return {
    token_type: 'Bearer',
    // msal-node looks its cache up by the scope it asked, `.default` included.
    scope: resourceScopes(scopes).join(' '),
    expires_in: accessTokenLifetime,
    ext_expires_in: accessTokenLifetime,
    access_token: await armTokenFor(directory, assertion.member, grant),
    ...(scopes.includes('openid') && { id_token: await idTokenFor(directory, grant) }),
    ...(form['client_info'] === '1' && { client_info: clientInfoFor(assertion.member) }),
  }
}

interface Assertion {
  member: Member
  sessionId: string
  authenticationContexts: string[]
}

async function verifiedAssertion(directory: Directory, assertion: string): Promise<Assertion> {
  const fail = (aadsts: number, reason: string): never => {
    throw new EntraError(['invalid_grant', aadsts], reason)
  }
  const { payload } = await jwtVerify(assertion, directory.key.verificationKey, {
    audience: directory.applications.api.clientId,
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
        `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion must be '${directory.applications.api.clientId}'.`,
      )
    return fail(
      50013,
      'Assertion failed signature validation. [Reason - The provided assertion is not a token of this tenant.]',
    )
  })
  const { tid, oid, iss, scp, acrs, sid } = payload
  const tenant = typeof tid === 'string' ? directory.tenants.get(tid) : undefined
  if (tenant === undefined || iss !== issuerFor(directory.url, tenant.tenantId))
    return fail(50013, 'Assertion failed signature validation. [Reason - The issuer is unknown.]')
  if (typeof scp !== 'string' || !scp.split(' ').includes('access_as_user'))
    return fail(65001, 'The assertion lacks the scope access_as_user.')
  const member = membersOf([tenant]).find(({ user }) => user.id === oid)
  if (member === undefined) return fail(50034, `The user account does not exist in the ${tenant.tenantName} directory.`)
  return {
    member,
    sessionId: typeof sid === 'string' ? sid : '',
    authenticationContexts: Array.isArray(acrs) ? acrs.map(String) : [],
  }
}
