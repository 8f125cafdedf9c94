import { errors } from 'jose'
import type { TokenTrust } from '../arm/gateway/bearer.ts'
import { microsoftGraphId } from '../directory/first-party.ts'
import { isPrincipal } from '../directory/tenant-objects.ts'
import { verifiedClaims } from '../entra/verified-claims.ts'
import type { Tenant } from '../world.ts'
import { GraphRefusal } from './errors.ts'
import type { GraphCaller } from './request.ts'

const audiences = [microsoftGraphId, 'https://graph.microsoft.com', 'https://graph.microsoft.com/']

/** The caller and the tenant of an `Authorization` header. Throws 401 InvalidAuthenticationToken. */
export async function graphCallerOf(
  authorization: string | undefined,
  trust: TokenTrust,
): Promise<{ caller: GraphCaller; tenant: Tenant }> {
  const fail = (message: string): never => {
    throw new GraphRefusal([401, 'InvalidAuthenticationToken'], message, {
      'www-authenticate': `Bearer realm="", authorization_uri="${trust.authorizationEndpoint()}"`,
    })
  }
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) return fail('Access token is empty.')
  const { tid, oid, iss, scp, idtyp } = await verifiedClaims(token, trust, audiences).catch((error: unknown) => {
    if (error instanceof errors.JWTExpired) return fail('Lifetime validation failed, the token is expired.')
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
      return fail('Access token validation failure. Invalid audience.')
    if (error instanceof errors.JOSEError) return fail('Access token validation failure.')
    throw error
  })
  const tenant = typeof tid === 'string' ? trust.tenants.get(tid) : undefined
  if (tenant === undefined || !trust.isIssuer(iss, tenant.tenantId))
    return fail('Access token validation failure. Invalid issuer.')
  const objectId = String(oid)
  if (!isPrincipal(tenant, objectId)) return fail('The identity of the calling application could not be established.')
  const scopes = typeof scp === 'string' ? scp.split(' ') : []
  return { tenant, caller: { objectId, isApplication: idtyp === 'app', scopes } }
}
