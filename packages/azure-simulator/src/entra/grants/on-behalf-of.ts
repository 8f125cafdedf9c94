import { readClaims } from '../claims-request.ts'
import { clientIn, clientPrincipal } from '../clients.ts'
import { EntraError } from '../errors.ts'
import { requestedApis } from '../requested-apis.ts'
import type { Grant } from '../sign-in/sign-ins.ts'
import { accessTokenFor, accessTokenLifetime, clientInfoFor, idTokenFor, resourceScopes } from '../tokens.ts'
import { tenantOfAssertion, verifiedAssertion } from './assertion.ts'
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
