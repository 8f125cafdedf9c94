import type { ApplicationObject } from '../../directory/objects.ts'
import { isSecretOf } from '../../directory/secrets.ts'
import type { Tenant } from '../../world.ts'
import { EntraError } from '../errors.ts'
import type { ClientAuthentication } from '../tokens.ts'
import { verifyCertificateAssertion } from './certificate-assertion.ts'
import { assertionTypeOf, claimsOf } from './client-assertion.ts'
import { verifyFederatedAssertion } from './federated-assertion.ts'
import { required } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'

/** The client ID, from the form or HTTP Basic. Throws AADSTS900144 if there is none. */
export function clientIdOf({ form, basic }: TokenRequest): string {
  return (basic?.clientId ?? required(form, 'client_id')).toLowerCase()
}

/**
 * How a confidential client authenticates: with a secret, an assertion signed with its certificate, or one of a trusted
 * identity provider. Throws Entra's error with 401 for a missing, wrong or expired credential.
 */
export async function authenticateClient(
  request: TokenRequest,
  { application, tenant }: { application: ApplicationObject; tenant: Tenant },
): Promise<ClientAuthentication> {
  const { form, basic } = request
  const secret = basic?.clientSecret ?? form['client_secret']
  if (secret) {
    assertSecret(application, secret, request.directory.now())
    return '1'
  }
  const assertion = form['client_assertion']
  if (!assertion) throw noCredential()
  assertionTypeOf(form)
  const claims = claimsOf(assertion)
  // A client that signs for itself names itself as the issuer.
  if (claims.iss?.toLowerCase() === application.appId)
    await verifyCertificateAssertion(request, { application, tenant }, assertion)
  else await verifyFederatedAssertion(request, application, assertion)
  return '2'
}

/** Throws AADSTS700025 if a public client, which has no credential, shows one. */
export function assertNoCredential({ form, basic }: TokenRequest): void {
  if (basic === undefined && !form['client_secret'] && !form['client_assertion']) return
  const message = "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."
  throw new EntraError(['invalid_client', 700025], message, { status: 401 })
}

function noCredential(): EntraError {
  const message = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."
  return new EntraError(['invalid_client', 7000218], message, { status: 401 })
}

function assertSecret({ appId, passwordCredentials }: ApplicationObject, secret: string, now: number): void {
  const matching = passwordCredentials.filter((credential) => isSecretOf(credential, secret))
  if (matching.some(({ endDateTime }) => Date.parse(endDateTime) > now)) return
  const [error, message] =
    matching.length > 0
      ? [
          7000222,
          `The provided client secret keys for app '${appId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
        ]
      : [
          7000215,
          `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
        ]
  throw new EntraError(['invalid_client', error], message, { status: 401 })
}
