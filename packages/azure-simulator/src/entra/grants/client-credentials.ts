import { tenantsOf } from '../directory.ts'
import { EntraError } from '../errors.ts'
import { accessTokenLifetime, armTokenForApplication } from '../tokens.ts'
import { credentialOf, demandSecret } from './client-authentication.ts'
import { required } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'

const armDefault = /^https:\/\/management\.(azure|core\.windows)\.(com|net)\/{1,2}\.default$/
const vaultDefault = /^https:\/\/vault\.azure\.net\/{1,2}\.default$/

/** grant_type=client_credentials: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export async function grantToApplication(request: TokenRequest): Promise<object> {
  const { directory, form, tenantSegment } = request
  const credential = credentialOf(request)
  const found = tenantsOf(directory, tenantSegment)
    .flatMap((tenant) => tenant.servicePrincipals.map((principal) => ({ tenant, principal })))
    .find(({ principal }) => principal.clientId === credential.clientId)
  if (found === undefined)
    throw new EntraError(
      ['unauthorized_client', 700016],
      `Application with identifier '${credential.clientId}' was not found in the directory '${tenantSegment}'.`,
    )
  demandSecret(credential, found.principal.clientSecret)
  const scope = required(form, 'scope')
  const isForVaults = vaultDefault.test(scope)
  if (!isForVaults && !armDefault.test(scope))
    throw new EntraError(
      ['invalid_scope', 70011],
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    )
  const { id: objectId, clientId } = found.principal
  return {
    token_type: 'Bearer',
    expires_in: accessTokenLifetime,
    ext_expires_in: accessTokenLifetime,
    access_token: await armTokenForApplication(directory, {
      objectId,
      clientId,
      tenantId: found.tenant.tenantId,
      ...(isForVaults && { audience: 'https://vault.azure.net' }),
    }),
  }
}
