import { forTenant } from '../cloud.ts'
import { Refusal, type Answer, type SignInPlace } from '../refusals/refusal.ts'

/**
 * Entra ID or ARM requires more of the user than the token shows (a second factor, for example). `claims` is JSON, to
 * be sent with the next token request. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export class ClaimsChallenge extends Refusal {
  readonly code = 'ClaimsChallenge'
  readonly claims: string
  /** for example AADSTS50076, if Entra ID sent it with the claims */
  readonly entraCode: string | undefined
  constructor(claims: string, entraCode?: string) {
    super('Azure asks the user for more proof')
    this.name = 'ClaimsChallenge'
    this.claims = claims
    this.entraCode = entraCode
  }

  /** A 401 that passes the challenge on to the browser, in Microsoft's own form. */
  answer({ authorizationEndpoint, tenantId }: SignInPlace): Answer {
    const claims = Buffer.from(this.claims, 'utf8').toString('base64')
    const endpoint = forTenant(authorizationEndpoint, tenantId)
    const challenge = `Bearer realm="", authorization_uri="${endpoint}", error="insufficient_claims", claims="${claims}"`
    return { status: 401, code: this.code, headers: { 'WWW-Authenticate': challenge } }
  }
}

/** The claims (JSON) in a WWW-Authenticate header of ARM; undefined if there are none. */
export function claimsAskedBy(header: string | undefined): string | undefined {
  if (header === undefined || !/\berror="?insufficient_claims"?/.test(header)) return undefined
  const encoded = /\bclaims="?([A-Za-z0-9+/=_-]+)"?/.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const claims = Buffer.from(encoded, 'base64').toString('utf8')
  return isJsonObject(claims) ? claims : undefined
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
