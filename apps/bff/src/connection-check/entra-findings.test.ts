import { connectionFinding, connectionCheckTextsEn } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { ClaimsChallenge } from '../auth/claims-challenge.ts'
import { ExchangeRefused } from '../auth/entra-exchange.ts'
import { NoApiCredential, SignInServiceUnavailable } from '../auth/sign-in-service.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import { entraFinding, provesCredential } from './entra-findings.ts'

const refused = (number: number) => new ExchangeRefused('SignInRequired', `AADSTS${number}`)

it.each([
  [65001, 'ConsentMissing', true],
  [90094, 'ConsentMissing', true],
  [500131, 'AssertionRefused', true],
  [50013, 'AssertionRefused', true],
  [7000215, 'SecretWrong', false],
  [7000222, 'SecretExpired', false],
  [700027, 'CertificateNotRegistered', false],
  [700024, 'AssertionNotCurrent', false],
  [70021, 'FederatedCredentialDiffers', false],
  [700211, 'FederatedCredentialDiffers', false],
  [700212, 'FederatedCredentialDiffers', false],
  [700213, 'FederatedCredentialDiffers', false],
  [700016, 'ApiNotInTenant', false],
  [7000112, 'ApiDisabled', false],
  [650052, 'ServicePrincipalMissing', true],
  [500011, 'ServicePrincipalMissing', true],
  [53003, 'BlockedByConditionalAccess', true],
  [50079, 'MoreProofNeeded', true],
  [90072, 'UserNotInTenant', true],
  [50173, 'SessionRevoked', true],
  [999, 'ExchangeRefused', true],
] as const)('AADSTS%i is %s', (number, finding, hasProvenCredential) => {
  expect(entraFinding(refused(number))).toEqual({ finding, facts: [{ name: 'error', value: `AADSTS${number}` }] })
  expect(provesCredential(finding)).toBe(hasProvenCredential)
})

it('takes a challenge for a demand of more proof, and for a block where the code says so', () => {
  expect(entraFinding(new ClaimsChallenge('{}', 'AADSTS50076'))?.finding).toBe('MoreProofNeeded')
  expect(entraFinding(new ClaimsChallenge('{}', 'AADSTS53000'))?.finding).toBe('BlockedByConditionalAccess')
  expect(entraFinding(new ClaimsChallenge('{}'))).toMatchObject({ finding: 'MoreProofNeeded', facts: [] })
})

it('tells an API without a credential from an Entra ID that does not answer, and both from the portal’s own limit', () => {
  const withoutCredential = new SignInServiceUnavailable(undefined, {
    cause: new NoApiCredential({ cause: new Error('ENOENT') }),
  })
  expect(entraFinding(withoutCredential)?.finding).toBe('CredentialUnavailable')
  expect(entraFinding(new SignInServiceUnavailable())?.finding).toBe('EntraBusy')
  expect(entraFinding(new RequestRefused('TooManyRequests', 'exchanges'))?.finding).toBe('TooManyExchanges')
  expect(entraFinding(new TypeError('a bug'))).toBeUndefined()
})

it('has words for every finding: what it is, and what to do', () => {
  for (const finding of connectionFinding.options) {
    expect(connectionCheckTextsEn.findings[finding].title, finding).toMatch(/^\S.{9,}[^.]$/)
    expect(connectionCheckTextsEn.findings[finding].advice, finding).toMatch(/^\S.{9,}\.$/)
  }
})
