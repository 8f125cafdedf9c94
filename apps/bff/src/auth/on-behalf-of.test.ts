import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rateLimits } from '../http/rate-limits.ts'
import { stateOfThisProcess } from '../redis/shared-state.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import {
  aCaller,
  anArmToken,
  benId,
  registration,
  startSignInService,
  tenantId,
  type TestSignInService,
} from '../testing/auth.ts'
import { entraExchange, ExchangeRefused } from './entra-exchange.ts'
import { onBehalfOf, type OnBehalfOf } from './on-behalf-of.ts'
import { SignInServiceUnavailable } from './sign-in-service.ts'

// Against the real msal-node and a token endpoint over HTTP.

let service: TestSignInService
let tokens: OnBehalfOf
let time: number
const ada = aCaller()
const ben = aCaller({ oid: benId })
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'

beforeEach(async () => {
  service = await startSignInService()
  service.onToken = (form) => anArmToken(`arm-for-${form.get('assertion')}`)
  time = Date.now()
  const exchange = entraExchange(service.cloud, registration, () => time)
  tokens = onBehalfOf({ exchange, scope: service.cloud.resourceManagerScope, now: () => time })
})
afterEach(() => service.close())

const failureOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )

describe('the exchange', () => {
  it('asks on behalf of the user, with the API as client and able to answer challenges', async () => {
    expect(await tokens.tokenFor(ada)).toBe(`arm-for-${ada.assertion}`)
    const [form] = service.exchanges
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: ada.assertion,
      client_id: registration.api.clientId,
      client_secret: 'the-api-secret',
    })
    expect(form?.get('scope')).toContain('https://management.azure.com/.default')
    expect(form?.get('claims')).toContain('CP1')
  })

  it('proves itself by a federated assertion where that is the credential', async () => {
    const federated = {
      ...registration,
      api: {
        ...registration.api,
        credential: { type: 'federated', assertion: async () => 'from-the-cluster' } as const,
      },
    }
    await entraExchange(service.cloud, federated, () => time)(ada)
    expect(service.exchanges[0]?.get('client_assertion')).toBe('from-the-cluster')
    expect(service.exchanges[0]?.get('client_secret')).toBeNull()
  })
})

describe('a token that was exchanged', () => {
  it('is exchanged anew when that is asked for, past a refusal that is remembered', async () => {
    service.onToken = () => ({ status: 400, body: { error: 'invalid_grant', error_description: 'AADSTS65001: no' } })
    expect(await failureOf(tokens.tokenFor(ada))).toBeInstanceOf(ExchangeRefused)
    service.onToken = () => anArmToken('after the consent')
    await tokens.renew(ada)
    expect(await tokens.tokenFor(ada)).toBe('after the consent')
    service.onToken = () => anArmToken('newer')
    await tokens.renew(ada)
    expect(await tokens.tokenFor(ada)).toBe('newer')
  })

  it('stays where asking for another one fails', async () => {
    await tokens.tokenFor(ada)
    service.onToken = () => ({
      status: 401,
      body: { error: 'invalid_client', error_description: 'AADSTS7000222: old' },
    })
    expect(await failureOf(tokens.renew(ada))).toMatchObject({ entraCode: 'AADSTS7000222' })
    expect(await tokens.tokenFor(ada)).toBe(`arm-for-${ada.assertion}`)
  })

  it('is exchanged once for 25 requests at once', async () => {
    const all = await Promise.all(Array.from({ length: 25 }, () => tokens.tokenFor(ada)))
    expect(new Set(all)).toEqual(new Set([`arm-for-${ada.assertion}`]))
    expect(service.exchanges).toHaveLength(1)
  })

  it('is used until two minutes before its end', async () => {
    await tokens.tokenFor(ada)
    time += 3_600_000 - 125_000
    await tokens.tokenFor(ada)
    expect(service.exchanges).toHaveLength(1)
    time += 10_000
    await tokens.tokenFor(ada)
    expect(service.exchanges).toHaveLength(2)
  })

  it("is never another user's, however their requests interleave", async () => {
    const rounds = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? ada : ben))
    const got = await Promise.all(rounds.map((caller) => tokens.tokenFor(caller)))
    expect(got).toEqual(rounds.map((caller) => `arm-for-${caller.assertion}`))
  })

  it('is not shared by the same object id in another tenant, nor by the two tabs of one user', async () => {
    await tokens.tokenFor(ada)
    await tokens.tokenFor({ ...ada, assertion: 'second-tab' })
    await tokens.tokenFor(ada)
    await tokens.tokenFor({ ...ada, assertion: 'second-tab' })
    expect(service.exchanges.map((form) => form.get('assertion'))).toEqual([ada.assertion, 'second-tab'])
  })

  it('is dropped when its user signs out, in every tab, and nobody else is', async () => {
    const secondTab = { ...ada, assertion: 'second-tab' }
    for (const caller of [ada, secondTab, ben]) await tokens.tokenFor(caller)
    await tokens.forgetUser(ada)
    for (const caller of [ada, secondTab, ben]) await tokens.tokenFor(caller)
    expect(service.exchanges.map((form) => form.get('assertion'))).toEqual([
      ada.assertion,
      'second-tab',
      ben.assertion,
      ada.assertion,
      'second-tab',
    ])
  })

  it('is kept for the 2000 callers who came last', async () => {
    let exchanged = 0
    const counting = onBehalfOf({
      scope: 's',
      exchange: async () => ({ token: `t${(exchanged += 1)}`, expiresAt: Infinity }),
    })
    for (let count = 0; count < 2001; count += 1) await counting.tokenFor(aCaller({ assertion: `a${count}` }))
    await counting.tokenFor(aCaller({ assertion: 'a2000' }))
    expect(exchanged).toBe(2001)
    await counting.tokenFor(aCaller({ assertion: 'a0' }))
    expect(exchanged).toBe(2002)
  })
})

describe('claims', () => {
  it('that Entra ID asks for come out as a challenge', async () => {
    service.onToken = () => ({
      status: 400,
      body: { error: 'interaction_required', error_description: 'AADSTS50076: …', suberror: 'basic_action', claims },
    })
    expect(await failureOf(tokens.tokenFor(ada))).toMatchObject({ claims, entraCode: 'AADSTS50076' })
  })

  it('are passed on, and their token replaces the one that was kept', async () => {
    await tokens.tokenFor(ada)
    service.onToken = () => anArmToken('stepped-up')
    expect(await tokens.tokenFor(ada, claims)).toBe('stepped-up')
    expect(service.exchanges[1]?.get('claims')).toContain('acrs')
    expect(await tokens.tokenFor(ada)).toBe('stepped-up')
    expect(service.exchanges).toHaveLength(2)
  })

  it('are asked for anew each time, but once for requests at the same time', async () => {
    await Promise.all([tokens.tokenFor(ada, claims), tokens.tokenFor(ada, claims)])
    expect(service.exchanges).toHaveLength(1)
    await tokens.tokenFor(ada, claims)
    expect(service.exchanges).toHaveLength(2)
  })
})

describe('when Entra ID refuses', () => {
  it('for lack of consent, it is said so', async () => {
    service.onToken = () => ({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'AADSTS65001: no consent', suberror: 'consent_required' },
    })
    expect(await failureOf(tokens.tokenFor(ada))).toMatchObject({ code: 'ConsentRequired', entraCode: 'AADSTS65001' })
  })

  it('for another reason, its code is kept and nothing of its text', async () => {
    service.onToken = () => ({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'AADSTS500133: Ada Rossi …' },
    })
    const failure = await failureOf(tokens.tokenFor(ada))
    expect(failure).toBeInstanceOf(ExchangeRefused)
    expect(failure).toMatchObject({ code: 'SignInRequired', entraCode: 'AADSTS500133' })
    expect((failure as ExchangeRefused).message).not.toContain('Ada Rossi')
  })
})

describe('what Entra ID refuses', () => {
  const challenge = {
    status: 400,
    body: { error: 'interaction_required', error_description: 'AADSTS50076: …', suberror: 'basic_action', claims },
  }

  it('is not asked again for half a minute, however often the page polls meanwhile', async () => {
    service.onToken = () => challenge
    for (let count = 0; count < 10; count += 1)
      expect(await failureOf(tokens.tokenFor(ada))).toMatchObject({ code: 'ClaimsChallenge', claims })
    expect(service.exchanges).toHaveLength(1)
    time += 30_001
    service.onToken = () => anArmToken('later')
    expect(await tokens.tokenFor(ada)).toBe('later')
  })

  it('is asked at once for an assertion that proves more, for the claims, and for whoever was forgotten', async () => {
    service.onToken = () => challenge
    await failureOf(tokens.tokenFor(ada))
    service.onToken = () => anArmToken('proved')
    expect(await tokens.tokenFor({ ...ada, assertion: 'proves-more' })).toBe('proved')
    expect(await tokens.tokenFor(ada, claims)).toBe('proved')
    service.onToken = () => challenge
    await failureOf(tokens.tokenFor(ben))
    await tokens.forgetUser(ben)
    service.onToken = () => anArmToken('of-ben')
    expect(await tokens.tokenFor(ben)).toBe('of-ben')
  })
})

describe('when a user has had more exchanges than a minute may bring', () => {
  const unlimited = { address: Infinity, user: Infinity, userWrites: Infinity }
  const tab = (number: number, of = ada) => ({ ...of, assertion: `tab-${number}-${of.oid}` })

  beforeEach(() => {
    const { roomForExchange } = rateLimits(
      { requestsPerSecond: unlimited, exchangesPerMinute: 5 },
      stateOfThisProcess(),
    )
    const exchange = entraExchange(service.cloud, registration, () => time)
    tokens = onBehalfOf({ exchange, scope: service.cloud.resourceManagerScope, roomForExchange, now: () => time })
  })

  it('the sixth is turned away with the time to come again; what is kept still serves, and so do others', async () => {
    for (let number = 1; number <= 5; number += 1) await tokens.tokenFor(tab(number))
    const refusal = await failureOf(tokens.tokenFor(tab(6)))
    expect(refusal).toMatchObject({ code: 'TooManyRequests', securityEvent: 'rate-limited' })
    const { retryAt } = refusal as RequestRefused
    expect(retryAt).toBeGreaterThan(Date.now())
    expect(retryAt).toBeLessThanOrEqual(Date.now() + 60_000)
    expect(service.exchanges).toHaveLength(5)
    for (let number = 1; number <= 5; number += 1) await tokens.tokenFor(tab(number))
    expect(await tokens.tokenFor(tab(1, ben))).toBe(`arm-for-${tab(1, ben).assertion}`)
  })

  it('challenges and refusals were exchanges too', async () => {
    service.onToken = () => ({ status: 400, body: { error: 'invalid_grant', error_description: 'AADSTS500133: …' } })
    for (let number = 1; number <= 5; number += 1)
      expect(await failureOf(tokens.tokenFor(tab(number)))).toBeInstanceOf(ExchangeRefused)
    expect(await failureOf(tokens.tokenFor(tab(6)))).toBeInstanceOf(RequestRefused)
  })

  it('since Entra ID does not answer, it is that which is told, with the time', async () => {
    service.onToken = () => ({ status: 503, body: { error: 'temporarily_unavailable' } })
    for (let count = 0; count < 5; count += 1) {
      await failureOf(tokens.tokenFor(ada))
      time += 2_001
    }
    const failure = await failureOf(tokens.tokenFor(ada))
    expect(failure).toBeInstanceOf(SignInServiceUnavailable)
    expect((failure as SignInServiceUnavailable).retryAt).toBeGreaterThan(Date.now())
    expect(service.exchanges).toHaveLength(5)
  })
})

describe('when Entra ID wants a pause', () => {
  const busy = (status: number, headers = {}) => ({ status, headers, body: { error: 'temporarily_unavailable' } })

  it("F20: Ada's 429 keeps Ada waiting as long as it says, and Ben not at all", async () => {
    service.onToken = (form) =>
      form.get('assertion') === ada.assertion ? busy(429, { 'retry-after': '45' }) : anArmToken('for-ben')
    expect(await failureOf(tokens.tokenFor(ada))).toMatchObject({ retryAt: time + 45_000 })
    expect(await tokens.tokenFor(ben)).toBe('for-ben')
    service.onToken = () => anArmToken('for-ada')
    time += 44_000
    expect(await failureOf(tokens.tokenFor(ada))).toBeInstanceOf(SignInServiceUnavailable)
    expect(service.exchanges).toHaveLength(2)
    time += 1_001
    expect(await tokens.tokenFor(ada)).toBe('for-ada')
  })

  it.each([
    [429, {}, 30_000],
    [503, {}, 2_000],
    [503, { 'retry-after': '7' }, 7_000],
    [429, { 'retry-after': '86400' }, 3_600_000],
  ])('%i with %o means %i ms', async (status, headers, ms) => {
    service.onToken = () => busy(status, headers)
    expect(await failureOf(tokens.tokenFor(ada))).toMatchObject({ retryAt: time + ms })
    expect(service.exchanges).toHaveLength(1)
  })

  it('a service that cannot be reached is unavailable', async () => {
    await service.close()
    expect(await failureOf(tokens.tokenFor(aCaller({ tid: tenantId })))).toBeInstanceOf(SignInServiceUnavailable)
  })
})
