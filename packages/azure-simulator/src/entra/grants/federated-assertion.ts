import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet } from 'jose'
import type { ApplicationObject, FederatedIdentityCredential } from '../../directory/objects.ts'
import { isJsonObject, type JsonObject } from '../../json.ts'
import { isLoopback } from '../../origin.ts'
import type { EntraError } from '../errors.ts'
import { claimsOf, invalidClient, refuseAssertion } from './client-assertion.ts'
import type { TokenRequest } from './token-request.ts'

const patience = 5000
const maxCharacters = 100_000

/**
 * Throws unless the assertion is of an issuer, a subject and an audience that the application trusts, and is signed
 * with a key that the issuer publishes. Asks the issuer for its keys each time.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export async function verifyFederatedAssertion(
  { directory }: TokenRequest,
  { federatedIdentityCredentials }: ApplicationObject,
  assertion: string,
): Promise<void> {
  const { iss = '', sub = '', aud = [] } = claimsOf(assertion)
  const { audiences } = matching(federatedIdentityCredentials, { iss, sub, aud: [aud].flat() })
  // Anyone can be an administrator of a sandbox: none of them can choose which address this machine calls.
  if (directory.sandboxes) throw unreachable('Federated credentials are not exchanged where there are sandboxes.')
  const keys = await publishedKeys(iss)
  await jwtVerify(assertion, createLocalJWKSet(keys), {
    issuer: iss,
    subject: sub,
    audience: audiences,
    requiredClaims: ['exp'],
    clockTolerance: 300,
    currentDate: new Date(directory.now()),
  }).catch((error: unknown) => {
    const reason = error instanceof errors.JWKSNoMatchingKey ? 'The key was not found.' : 'The key does not fit.'
    return refuseAssertion(error, invalidClient(50013, `Assertion failed signature validation. [Reason - ${reason}]`))
  })
}

/** The credential that fits. Throws AADSTS70021 and its kin, which name the first part that does not. */
function matching(
  credentials: FederatedIdentityCredential[],
  { iss, sub, aud }: { iss: string; sub: string; aud: string[] },
): FederatedIdentityCredential {
  const none = 'No matching federated identity record found for presented assertion'
  const advice =
    'Please check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation'
  if (credentials.length === 0)
    throw invalidClient(
      70021,
      `${none}. Assertion Issuer: '${iss}'. Assertion Subject: '${sub}'. Assertion Audience: '${aud.join(' ')}'. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`,
    )
  const ofIssuer = credentials.filter(({ issuer }) => issuer === iss)
  if (ofIssuer.length === 0) throw invalidClient(700211, `${none} issuer '${iss}'. ${advice}`)
  const ofAudience = ofIssuer.filter(({ audiences }) => audiences.some((audience) => aud.includes(audience)))
  if (ofAudience.length === 0) throw invalidClient(700212, `${none} audience '${aud.join(' ')}'. ${advice}`)
  const found = ofAudience.find(({ subject }) => subject === sub)
  if (found === undefined) throw invalidClient(700213, `${none} subject '${sub}'. ${advice}`)
  return found
}

/** https://openid.net/specs/openid-connect-discovery-1_0.html */
async function publishedKeys(issuer: string): Promise<JSONWebKeySet> {
  const configuration = await jsonAt(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const { issuer: named, jwks_uri: keysAt } = configuration
  if (named !== issuer || typeof keysAt !== 'string') throw unreachable('The issuer publishes another configuration.')
  const { keys } = await jsonAt(keysAt)
  if (!Array.isArray(keys)) throw unreachable('The issuer publishes no keys.')
  return {
    keys: keys
      .filter(isJsonObject)
      .flatMap((key) => (typeof key['kty'] === 'string' ? [{ ...key, kty: key['kty'] }] : [])),
  }
}

async function jsonAt(address: string): Promise<JsonObject> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isTrusted = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!isTrusted) throw unreachable(`'${address}' is no https address.`)
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patience) })
    const text = await response.text()
    const parsed: unknown = response.ok && text.length <= maxCharacters ? JSON.parse(text) : undefined
    if (isJsonObject(parsed)) return parsed
  } catch {
    // Whatever is between us and the issuer: to the client it is the same.
  }
  throw unreachable(`'${address}' did not answer with JSON.`)
}

function unreachable(reason: string): EntraError {
  return invalidClient(50166, `Request to External OIDC endpoint failed. ${reason}`)
}
