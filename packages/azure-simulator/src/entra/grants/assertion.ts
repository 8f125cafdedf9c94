import { decodeJwt, errors, jwtVerify } from 'jose'
import { membersOf, type Member } from '../../directory/member.ts'
import type { ApplicationObject } from '../../directory/objects.ts'
import { servicePrincipalNames } from '../../directory/registrations.ts'
import type { Tenant } from '../../world.ts'
import { tenantsOf } from '../directory.ts'
import { EntraError } from '../errors.ts'
import { isVersionOneIssuer, isVersionTwoIssuer } from '../tokens.ts'
import { required } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'

/** A user's token for the API that acts for them. */
export interface Assertion {
  member: Member
  sessionId: string
  authenticationContexts: string[]
}

/** The tenant that an assertion names, not verified yet. Throws AADSTS50013 if the request goes to another one. */
export function tenantOfAssertion({ directory, tenantSegment }: TokenRequest, assertion: string): Tenant {
  const tenants = tenantsOf(directory, tenantSegment)
  const claimed = tenantClaimOf(assertion)
  const tenant = typeof claimed === 'string' ? directory.tenants.get(claimed) : undefined
  if (tenant && tenants.includes(tenant)) return tenant
  return fail(50013, 'Assertion failed signature validation. [Reason - The assertion is of another tenant.]')
}

/** Verifies the assertion of the request: signed here, alive, and for this application. */
export async function verifiedAssertion(
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
