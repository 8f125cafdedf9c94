import { findingOfEntraCode, type ConnectionFinding, type LinkFact } from '@portal/portal-api'
import { ClaimsChallenge } from '../auth/claims-challenge.ts'
import { ExchangeRefused } from '../auth/entra-exchange.ts'
import { NoApiCredential, SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { RequestRefused } from '../refusals/request-refused.ts'

// Entra ID checks the client before the request: after any other error, it has recognized the API.
const leavingCredentialOpen = new Set<ConnectionFinding>([
  'CredentialUnavailable',
  'SecretWrong',
  'SecretExpired',
  'CertificateNotRegistered',
  'AssertionNotCurrent',
  'FederatedCredentialDiffers',
  'ApiNotInTenant',
  'ApiDisabled',
  'TenantNotFound',
  'EntraBusy',
  'TooManyExchanges',
  'Unexpected',
])

/**
 * Whether Entra ID has accepted the API's own credential although it returned no token: the rest of the request failed.
 */
export function provesCredential(finding: ConnectionFinding): boolean {
  return !leavingCredentialOpen.has(finding)
}

/** What Entra ID's refusal of a token means. */
export interface EntraFinding {
  finding: ConnectionFinding
  facts: LinkFact[]
}

/** What an error of `entraExchange` or `credentialProof` means; undefined for any other error. */
export function entraFinding(error: unknown): EntraFinding | undefined {
  if (error instanceof ExchangeRefused)
    return found(findingOfEntraCode(error.entraCode, 'ExchangeRefused'), error.entraCode)
  if (error instanceof ClaimsChallenge)
    return found(findingOfEntraCode(error.entraCode, 'MoreProofNeeded'), error.entraCode)
  if (error instanceof SignInServiceUnavailable)
    return found(error.cause instanceof NoApiCredential ? 'CredentialUnavailable' : 'EntraBusy')
  // the portal's own limit, before Entra ID is called
  if (error instanceof RequestRefused && error.code === 'TooManyRequests') return found('TooManyExchanges')
  return undefined
}

function found(finding: ConnectionFinding, code?: string): EntraFinding {
  return { finding, facts: code === undefined ? [] : [{ name: 'error', value: code }] }
}
