import { apiNamed } from '../../directory/registrations.ts'
import { servicePrincipalOf } from '../../directory/tenant-objects.ts'
import { unknownApi } from '../api-access.ts'
import { clientIn, clientPrincipal } from '../clients.ts'
import { isAnyTenant, tenantsOf } from '../directory.ts'
import { EntraError } from '../errors.ts'
import { requestedApis } from '../requested-apis.ts'
import { accessTokenForApplication, accessTokenLifetime } from '../tokens.ts'
import { authenticateClient, clientIdOf } from './client-authentication.ts'
import { required, scopesOf } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'

/**
 * grant_type=client_credentials: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function grantToApplication(request: TokenRequest): Promise<object> {
  const { directory, form, tenantSegment } = request
  const clientId = clientIdOf(request)
  // In sandboxes every program has the same id and secret: which one is meant must be said.
  const tenants = directory.sandboxes && isAnyTenant(tenantSegment) ? [] : tenantsOf(directory, tenantSegment)
  const tenant = tenants.find((each) => servicePrincipalOf(each, clientId) !== undefined) ?? tenants[0]
  if (tenant === undefined)
    throw new EntraError(
      ['invalid_request', 50059],
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    )
  const { application } = clientIn(directory, tenant, clientId)
  const clientAuthentication = await authenticateClient(request, { application, tenant })
  const { id: objectId } = clientPrincipal(tenant, clientId)
  const scope = required(form, 'scope')
  const [requested, ...others] = requestedApis(scopesOf(scope), directory.origin)
  if (requested === undefined || others.length > 0 || requested.values.join() !== '.default')
    throw new EntraError(
      ['invalid_scope', 70011],
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    )
  const api = apiNamed(directory.tenants, tenant, requested.name)
  if (api === undefined) throw unknownApi(tenant, requested.name)
  return {
    token_type: 'Bearer',
    expires_in: accessTokenLifetime,
    ext_expires_in: accessTokenLifetime,
    access_token: await accessTokenForApplication(
      directory,
      { objectId, clientId, tenantId: tenant.tenantId },
      { api, name: requested.name, clientAuthentication },
    ),
  }
}
