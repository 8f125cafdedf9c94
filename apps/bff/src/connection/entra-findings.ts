import type { ConnectionFinding, LinkFact } from '@portal/portal-api'
import { ClaimsChallenge } from '../auth/claims-challenge.ts'
import { ExchangeRefused } from '../auth/entra-exchange.ts'
import { NoApiCredential, SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { RequestRefused } from '../request-refused.ts'

// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const byCode: [ConnectionFinding, number[]][] = [
  ['SecretWrong', [7000215, 7000216, 7000218]],
  ['SecretExpired', [7000222]],
  ['CertificateNotRegistered', [700027, 700023, 700025]],
  ['AssertionNotCurrent', [700024]],
  ['FederatedCredentialDiffers', [70021, 700211, 700212, 700213, 50166]],
  ['ApiNotInTenant', [700016, 7000229]],
  ['ApiDisabled', [7000112]],
  ['ServicePrincipalMissing', [500011, 650052]],
  ['ConsentMissing', [65001, 65004, 90094, 650056]],
  ['AssertionRefused', [50013, 500131, 500133, 500136, 500137]],
  ['MoreProofNeeded', [50072, 50074, 50076, 50078, 50079, 50158]],
  ['BlockedByConditionalAccess', [53000, 53001, 53002, 53003, 53004, 530002, 530003, 530004]],
  ['UserNotInTenant', [90072, 50020, 50034]],
  ['SessionRevoked', [50132, 50133, 50173]],
  ['TenantNotFound', [90002]],
]

// Entra ID looks at who asks before it looks at what is asked for: after any other answer the API is known to it.
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

/** Whether Entra ID has taken the API's own credential, though it gave no token: what was asked for with it failed. */
export function provesCredential(finding: ConnectionFinding): boolean {
  return !leavingCredentialOpen.has(finding)
}

/** What Entra ID's refusal of a token means. */
export interface EntraFinding {
  finding: ConnectionFinding
  facts: LinkFact[]
}

/** What an error of `entraExchange` or `credentialProof` means; undefined for one that is none of theirs. */
export function entraFinding(error: unknown): EntraFinding | undefined {
  if (error instanceof ExchangeRefused) return found(findingOf(error.entraCode, 'ExchangeRefused'), error.entraCode)
  if (error instanceof ClaimsChallenge) return found(findingOf(error.entraCode, 'MoreProofNeeded'), error.entraCode)
  if (error instanceof SignInServiceUnavailable)
    return found(error.cause instanceof NoApiCredential ? 'CredentialUnavailable' : 'EntraBusy')
  // the portal's own limit, before Entra ID is asked
  if (error instanceof RequestRefused && error.code === 'TooManyRequests') return found('TooManyExchanges')
  return undefined
}

function found(finding: ConnectionFinding, code?: string): EntraFinding {
  return { finding, facts: code === undefined ? [] : [{ name: 'error', value: code }] }
}

function findingOf(code: string | undefined, otherwise: ConnectionFinding): ConnectionFinding {
  return byCode.find(([, numbers]) => numbers.some((number) => code === `AADSTS${number}`))?.[0] ?? otherwise
}
