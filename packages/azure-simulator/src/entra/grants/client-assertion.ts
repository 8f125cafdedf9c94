import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, type ProtectedHeaderParameters } from 'jose'
import { EntraError } from '../errors.ts'
import { required } from './parameters.ts'

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * Throws unless the form says that its assertion is a JWT. https://datatracker.ietf.org/doc/html/rfc7523#section-2.2
 */
export function assertionTypeOf(form: Record<string, string>): void {
  if (required(form, 'client_assertion_type') === jwtBearer) return
  throw new EntraError(['invalid_request', 900144], `The value of 'client_assertion_type' must be '${jwtBearer}'.`)
}

/** The claims of an assertion, not verified yet. Throws AADSTS50027 if it is not a JWT. */
export function claimsOf(assertion: string): JWTPayload {
  return read(() => decodeJwt(assertion))
}

/** Its header, not verified yet. Throws AADSTS50027 if it is not a JWT. */
export function headerOf(assertion: string): ProtectedHeaderParameters {
  return read(() => decodeProtectedHeader(assertion))
}

/** Entra's error for an assertion that jose rejected. Always throws. */
export function refuseAssertion(error: unknown, otherwise: EntraError): never {
  const isAboutTime =
    error instanceof errors.JWTExpired ||
    (error instanceof errors.JWTClaimValidationFailed && ['nbf', 'exp', 'iat'].includes(error.claim))
  if (isAboutTime)
    throw invalidClient(
      700024,
      'Client assertion is not within its valid time range. Ensure that its nbf and exp are right.',
    )
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
    throw invalidClient(700023, 'Client assertion audience claim does not match Realm issuer.')
  if (error instanceof errors.JOSEError) throw otherwise
  throw error
}

export function invalidClient(aadsts: number, message: string): EntraError {
  return new EntraError(['invalid_client', aadsts], message, { status: 401 })
}

function read<T>(decode: () => T): T {
  try {
    return decode()
  } catch {
    throw invalidClient(50027, 'JWT token is invalid or malformed.')
  }
}
