import type { Request } from 'express'
import { errors, type JWTVerifyGetKey } from 'jose'
import { isManagedIdentity } from '../../directory/managed-identities.ts'
import { isPrincipal } from '../../directory/tenant-objects.ts'
import { verifiedClaims } from '../../entra/verified-claims.ts'
import type { Tenants } from '../../tenants.ts'
import type { Tenant } from '../../world.ts'
import { ArmRefusal, fromGateway } from '../errors.ts'
import type { ArmRequest, Caller } from '../request.ts'

/** What ARM needs to trust a token. */
export interface TokenTrust {
  verificationKey: JWTVerifyGetKey
  /** whether a token with that issuer is of the tenant, and one for ARM */
  isIssuer(issuer: unknown, tenantId: string): boolean
  /** issuer of ARM's tokens for a tenant */
  issuerFor(tenantId: string): string
  tenants: Tenants
  /** for the challenge: where a client gets a token of that tenant; of the simulator's own if none is known */
  authorizationEndpoint(tenantId?: string): string
  /** real time: tokens do not follow Azure's clock */
  now(): number
}

/** What a token says. */
export interface AuthenticatedCaller {
  caller: Caller
  tenant: Tenant
  /** a user who signed in without multifactor authentication, which a program can't have */
  lacksSecondFactor: boolean
}

/** The trust for the token of a request: the address of the request determines where a client gets one. */
export type TrustAt = (request: Request) => TokenTrust

// Either spelling is Azure Resource Manager:
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
const audiences = [
  'https://management.azure.com',
  'https://management.azure.com/',
  'https://management.core.windows.net',
  'https://management.core.windows.net/',
]

/**
 * The caller and the tenant of an `Authorization` header. Throws 401 AuthenticationFailed, with the challenge of
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge, unless it is a valid token for ARM of a known
 * tenant.
 */
export async function callerOf(
  authorization: string | undefined,
  trust: TokenTrust,
  audience: string[] = audiences,
): Promise<AuthenticatedCaller> {
  const fail = (reason: string, code = 'AuthenticationFailed'): never => {
    const message = `Authentication failed. ${reason}`
    throw new ArmRefusal(
      401,
      { code, message },
      {
        ...fromGateway,
        'www-authenticate': `Bearer authorization_uri="${trust.authorizationEndpoint()}", error="invalid_token", error_description="${message}"`,
      },
    )
  }
  if (authorization === undefined) return fail("The 'Authorization' header is missing.")
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
  if (token === undefined) return fail("The 'Authorization' header is provided in an invalid format.")
  const claims = await verifiedClaims(token, trust, audience).catch((error: unknown) => {
    if (error instanceof errors.JWTExpired) return fail('The access token has expired.')
    if (error instanceof errors.JOSEError) return fail('The access token is invalid.')
    throw error
  })
  const { tid, oid, iss, scp, idtyp, upn, unique_name: uniqueName, appid, amr } = claims
  const tenant = typeof tid === 'string' ? trust.tenants.get(tid) : undefined
  if (tenant === undefined) return fail(`The tenant '${String(tid)}' does not exist.`, 'InvalidAuthenticationToken')
  if (!trust.isIssuer(iss, tenant.tenantId)) return fail('The access token is from the wrong issuer.')
  if (idtyp !== 'app' && scp !== 'user_impersonation') return fail('The access token has no user_impersonation scope.')
  const objectId = String(oid)
  if (!isPrincipal(tenant, objectId) && !isManagedIdentity(tenant, objectId))
    return fail('The access token is of nobody in this tenant.')
  // A guest has no user principal name in the token.
  const name = [upn, uniqueName].find((claim) => typeof claim === 'string') ?? String(appid)
  const hasSecondFactor = Array.isArray(amr) && amr.includes('mfa')
  return { tenant, caller: { objectId, name }, lacksSecondFactor: idtyp !== 'app' && !hasSecondFactor }
}

/**
 * Throws 401 InvalidAuthenticationTokenTenant if the subscription of a request is in another tenant than the token,
 * whether the caller is known there or not. The challenge names that tenant, so that clients find it.
 */
export function assertTenantOfSubscription({ tenant, organizations, parameters }: ArmRequest, trust: TokenTrust): void {
  const asked = parameters['subscriptionId']?.toLowerCase()
  const has = ({ subscriptions }: Tenant) => subscriptions.some(({ subscriptionId }) => subscriptionId === asked)
  const owner = has(tenant) ? undefined : organizations.find(has)
  if (owner === undefined) return
  const [wrong, right] = [tenant, owner].map(({ tenantId }) => trust.issuerFor(tenantId))
  const authority = trust.authorizationEndpoint(owner.tenantId).replace(/\/oauth2\/.*$/, '')
  const message = `The access token is from the wrong issuer '${wrong}'. It must match the tenant '${right}' associated with this subscription. Please use the authority (URL) '${authority}' to get the token.`
  const description =
    'The access token is from the wrong issuer. It must match the tenant associated with this subscription.'
  throw new ArmRefusal(
    401,
    { code: 'InvalidAuthenticationTokenTenant', message },
    {
      ...fromGateway,
      'www-authenticate': `Bearer authorization_uri="${authority}", error="invalid_token", error_description="${description}"`,
    },
  )
}

/** 401 with Entra's claims challenge: return with a token that has the authentication context c1. Its text is ours. */
export function secondFactorNeeded(authorizationEndpoint: string): ArmRefusal {
  const claims = btoa(JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }))
  const message = 'The write needs a token with multifactor authentication.'
  return new ArmRefusal(
    401,
    { code: 'InteractionRequired', message },
    {
      'www-authenticate': `Bearer realm="", authorization_uri="${authorizationEndpoint}", error="insufficient_claims", claims="${claims}"`,
    },
  )
}
