import type { Request } from 'express'
import type { TokenTrust } from '../arm/gateway/bearer.ts'
import { originOf } from '../origin.ts'
import type { Tenants } from '../tenants.ts'
import type { SigningKey } from './signing-key.ts'
import { isVersionOneIssuer, versionOneIssuerFor } from './tokens.ts'

/** How APIs trust the token of a request: challenges and issuers use the address by which the client came. */
export function tokenTrust(facts: {
  key: SigningKey
  tenants: Tenants
  /** the tenant of challenges if none is known */
  tenantId: string
  publicUrl: string | undefined
  now(): number
}): (request: Request) => TokenTrust {
  const { key, tenants, publicUrl, now } = facts
  return (request) => {
    const origin = originOf(request, publicUrl)
    return {
      verificationKey: key.verificationKey,
      isIssuer: isVersionOneIssuer,
      issuerFor: (tenantId) => versionOneIssuerFor(origin, tenantId),
      tenants,
      authorizationEndpoint: (tenantId = facts.tenantId) => `${origin}/${tenantId}/oauth2/v2.0/authorize`,
      now,
    }
  }
}
