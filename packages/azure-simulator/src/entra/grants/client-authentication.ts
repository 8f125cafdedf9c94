import { X509Certificate } from 'node:crypto'
import { jwtVerify, type ProtectedHeaderParameters } from 'jose'
import type { ApplicationObject, KeyCredential } from '../../directory/objects.ts'
import { isSecretOf } from '../../directory/secrets.ts'
import type { Tenant } from '../../world.ts'
import { EntraError } from '../errors.ts'
import type { ClientAuthentication } from '../tokens.ts'
import { assertionTypeOf, claimsOf, headerOf, invalidClient, refuseAssertion } from './client-assertion.ts'
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

/**
 * Throws unless the assertion is signed with a registered certificate of the application, for this token endpoint, and
 * lives. https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
async function verifyCertificateAssertion(
  { directory, tenantSegment }: TokenRequest,
  { application, tenant }: { application: ApplicationObject; tenant: Tenant },
  assertion: string,
): Promise<void> {
  const { appId, keyCredentials } = application
  const header = headerOf(assertion)
  const credential = keyCredentials.find((key) => isNamedBy(certificateOf(key), header))
  if (credential === undefined)
    throw invalidClient(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprintIn(header)}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${appId}'.]`,
    )
  if (Date.parse(credential.endDateTime) <= directory.now())
    throw invalidClient(700027, `${badSignature} [Reason - The key used is expired.]`)
  const audience = [directory.url, directory.origin].flatMap((origin) =>
    [tenantSegment, tenant.tenantId].flatMap((segment) => [
      `${origin}/${segment}/oauth2/v2.0/token`,
      `${origin}/${segment}/v2.0`,
    ]),
  )
  await jwtVerify(assertion, certificateOf(credential).publicKey, {
    algorithms: ['RS256', 'PS256'],
    audience,
    subject: appId,
    requiredClaims: ['exp'],
    // MSAL rounds to the second, and can be ahead by half a second.
    clockTolerance: 300,
    currentDate: new Date(directory.now()),
  }).catch((error: unknown) => refuseAssertion(error, invalidClient(700027, badSignature)))
}

const badSignature = 'Client assertion contains an invalid signature.'

function certificateOf({ key }: KeyCredential): X509Certificate {
  return new X509Certificate(Buffer.from(key, 'base64'))
}

function isNamedBy({ fingerprint, fingerprint256 }: X509Certificate, header: Header): boolean {
  const [sha1, sha256] = [fingerprint, fingerprint256].map((thumbprint) => thumbprint.replaceAll(':', ''))
  // MSAL for Python pads what MSAL for Node does not.
  return hexIn(header.x5t) === sha1 || hexIn(header['x5t#S256']) === sha256 || header.kid?.toUpperCase() === sha1
}

function hexIn(encoded: string | undefined): string | undefined {
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64url').toString('hex').toUpperCase()
}

type Header = ProtectedHeaderParameters & { x5t?: string; 'x5t#S256'?: string }

function thumbprintIn({ x5t, 'x5t#S256': x5tS256, kid = '' }: Header): string {
  return hexIn(x5t ?? x5tS256) ?? kid
}
