import { isJsonObject, valueAt, type Json } from '../json.ts'
import { EntraError } from './errors.ts'

/** The content of a `claims` parameter, as far as it matters here. */
export interface ClaimsRequest {
  /** authentication contexts, for example `c1` */
  authenticationContexts: string[]
  /** client capabilities, for example `CP1` */
  capabilities: string[]
}

/**
 * Reads the parameter (JSON); without it, nothing is requested. Throws AADSTS9000000-like invalid_request if it is not
 * a JSON object.
 */
export function readClaims(claims: string | undefined): ClaimsRequest {
  if (!claims) return { authenticationContexts: [], capabilities: [] }
  const parsed = parse(claims)
  if (!isJsonObject(parsed))
    throw new EntraError(['invalid_request', 50131], 'The claims parameter is not a JSON object.')
  return {
    authenticationContexts: wanted(valueAt(parsed, 'access_token', 'acrs')),
    capabilities: wanted(valueAt(parsed, 'access_token', 'xms_cc')),
  }
}

// OpenID Connect has one `value` or several `values`:
// https://openid.net/specs/openid-connect-core-1_0.html#IndividualClaimsRequests
function wanted(claim: Json | undefined): string[] {
  const value = valueAt(claim, 'value')
  const values = valueAt(claim, 'values')
  return [value, ...(Array.isArray(values) ? values : [])].filter((item) => typeof item === 'string')
}

function parse(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return parsed
  } catch {
    return undefined
  }
}
