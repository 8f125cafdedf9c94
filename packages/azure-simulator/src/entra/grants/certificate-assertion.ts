import { X509Certificate } from 'node:crypto'
import { jwtVerify, type ProtectedHeaderParameters } from 'jose'
import type { ApplicationObject, KeyCredential } from '../../directory/objects.ts'
import type { Tenant } from '../../world.ts'
import { headerOf, invalidClient, refuseAssertion } from './client-assertion.ts'
import type { TokenRequest } from './token-request.ts'

/**
 * Throws unless the assertion is signed with a registered certificate of the application, for this token endpoint, and
 * lives. https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function verifyCertificateAssertion(
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
