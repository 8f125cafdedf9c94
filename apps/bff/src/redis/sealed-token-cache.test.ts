import { createSecretKey, randomBytes } from 'node:crypto'
import { createClient } from '@redis/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entraExchange } from '../auth/entra-exchange.ts'
import { onBehalfOf, type OnBehalfOf } from '../auth/on-behalf-of.ts'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import {
  aCaller,
  anArmToken,
  benId,
  registration,
  startSignInService,
  type TestSignInService,
} from '../testing/auth.ts'
import { startRedis, type TestRedis } from '../testing/redis.ts'
import { openRedis, type Redis } from './open-redis.ts'
import { sealedTokenCache } from './sealed-token-cache.ts'

// Several processes of the portal, as far as they exchange tokens: each with its own memory, with one Redis among them.

let server: TestRedis
let service: TestSignInService
let log: string[]
let opened: Redis[]
/** who looks into Redis from outside */
let spy: ReturnType<typeof createClient>

const ada = aCaller()
const ben = aCaller({ oid: benId })
const key = createSecretKey(randomBytes(32))
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'

beforeEach(async () => {
  server = await startRedis()
  service = await startSignInService()
  service.onToken = (form) => anArmToken(`arm-for-${form.get('assertion')}`)
  log = []
  opened = []
  spy = createClient({ url: server.url })
  spy.on('error', () => undefined)
  await spy.connect()
})
afterEach(async () => {
  spy.destroy()
  for (const redis of opened) redis.close()
  await server.kill()
  await service.close()
})

async function replica(keys = [key]): Promise<OnBehalfOf> {
  const [first = key, ...others] = keys
  const logger = createLogger('info', { write: (line: string) => void log.push(line) })
  const redis = await openRedis(server.url, { logger, telemetry: noTelemetry, patienceMs: 10_000 })
  opened.push(redis)
  const exchange = entraExchange(service.cloud, registration, Date.now)
  return onBehalfOf({ exchange, scope: 's', cache: sealedTokenCache({ redis, keys: [first, ...others], logger }) })
}

const names = async () => (await spy.keys('*')).toSorted()
const onlyName = async () => {
  const [name = '', ...others] = await names()
  expect(others).toEqual([])
  return name
}
const assertions = () => service.exchanges.map((form) => form.get('assertion'))
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )

describe('a token that one process got', () => {
  it('is there for the others, and for no other user', async () => {
    const [first, second] = [await replica(), await replica()]
    await first.tokenFor(ada)
    expect(await second.tokenFor(ada)).toBe(`arm-for-${ada.assertion}`)
    expect(await second.tokenFor(ben)).toBe(`arm-for-${ben.assertion}`)
    expect(assertions()).toEqual([ada.assertion, ben.assertion])
  })

  it('is asked for once by three who want it at the same time', async () => {
    const three = [await replica(), await replica(), await replica()]
    const tokens = await Promise.all(three.flatMap((each) => [each.tokenFor(ada), each.tokenFor(ada)]))
    expect(new Set(tokens)).toEqual(new Set([`arm-for-${ada.assertion}`]))
    expect(service.exchanges).toHaveLength(1)
  })

  it('is not to be read in Redis, which knows neither it nor the assertion', async () => {
    await (await replica()).tokenFor(ada)
    const name = await onlyName()
    expect(name).toMatch(new RegExp(`^portal:token:${ada.tid}:${ada.oid}:[\\w-]{43}$`))
    const value = (await spy.get(name)) ?? ''
    for (const secret of ['arm-for', ada.assertion]) {
      expect(name + value + Buffer.from(value, 'base64').toString('latin1')).not.toContain(secret)
    }
  })

  it('goes five minutes before its end, and one that ends sooner does not come', async () => {
    const first = await replica()
    await first.tokenFor(ada)
    const left = await spy.pTTL(await onlyName())
    // an hour less five minutes; MSAL rounds the end to whole seconds
    expect(left).toBeLessThanOrEqual(55 * 60_000 + 1_000)
    expect(left).toBeGreaterThan(54 * 60_000)
    service.onToken = () => anArmToken('short', 290)
    await first.tokenFor(ben)
    expect(await names()).toHaveLength(1)
  })

  it('is dropped when its user signs out or Azure refuses them, and nobody else’s with it', async () => {
    const [first, second] = [await replica(), await replica()]
    for (const caller of [ada, { ...ada, assertion: 'second-tab' }, ben]) await first.tokenFor(caller)
    expect(await names()).toHaveLength(3)
    await second.forgetUser(ada)
    expect(await onlyName()).toContain(`:${ben.oid}:`)
  })

  it('is replaced for all by one that has the claims', async () => {
    const [first, second, third] = [await replica(), await replica(), await replica()]
    await first.tokenFor(ada)
    service.onToken = () => anArmToken('stepped-up')
    expect(await second.tokenFor(ada, claims)).toBe('stepped-up')
    expect(await third.tokenFor(ada)).toBe('stepped-up')
    expect(service.exchanges).toHaveLength(2)
  })
})

describe('a value that this portal did not seal for that name', () => {
  const refusals = () =>
    log.map((line): unknown => JSON.parse(line)).filter((line) => JSON.stringify(line).includes('sealed-token-refused'))

  it.each([
    ['sealed by another key', async () => undefined, [createSecretKey(randomBytes(32))]],
    ['tampered with', async (name: string) => spy.setRange(name, 40, 'AAAA'), [key]],
    ['planted', async (name: string) => spy.set(name, '{"token":"planted","expiresAt":9999999999999}'), [key]],
  ])('%s is none: the token is exchanged, and the log has an event', async (_, change, keys) => {
    await (await replica()).tokenFor(ada)
    const name = await onlyName()
    await change(name)
    expect(await (await replica(keys)).tokenFor(ada)).toBe(`arm-for-${ada.assertion}`)
    expect(service.exchanges).toHaveLength(2)
    expect(refusals()).toMatchObject([{ level: 'warn', tid: ada.tid, oid: ada.oid }])
  })

  it('another user’s, copied to one’s own name, is none', async () => {
    const first = await replica()
    await first.tokenFor(ben)
    const bens = (await spy.get(await onlyName())) ?? ''
    await first.tokenFor(ada)
    const name = (await names()).find((each) => each.includes(ada.oid)) ?? ''
    await spy.set(name, bens)
    expect(await (await replica()).tokenFor(ada)).toBe(`arm-for-${ada.assertion}`)
    expect(refusals()).toHaveLength(1)
  })

  it('an old key still opens beside a new one', async () => {
    await (await replica()).tokenFor(ada)
    const rotated = await replica([createSecretKey(randomBytes(32)), key])
    await rotated.tokenFor(ada)
    expect(service.exchanges).toHaveLength(1)
    expect(log).toEqual([])
  })
})

describe('an exchange that fails', () => {
  it('for want of claims is told by all, and asked once', async () => {
    service.onToken = () => ({
      status: 400,
      body: { error: 'interaction_required', error_description: 'AADSTS50076: …', suberror: 'basic_action', claims },
    })
    const [first, second] = [await replica(), await replica()]
    expect(await failureOf(first.tokenFor(ada))).toMatchObject({ code: 'ClaimsChallenge', claims })
    expect(await failureOf(second.tokenFor(ada))).toMatchObject({ code: 'ClaimsChallenge', claims })
    expect(service.exchanges).toHaveLength(1)
    expect(await spy.pTTL(await onlyName())).toBeLessThanOrEqual(30_000)
  })

  it('for another reason leaves nothing behind, and the next process tries by itself', async () => {
    service.onToken = () => ({ status: 503, body: { error: 'temporarily_unavailable' } })
    const [first, second] = [await replica(), await replica()]
    expect(await failureOf(first.tokenFor(ada))).toMatchObject({ code: 'SignInServiceUnavailable' })
    expect(await names()).toEqual([])
    service.onToken = () => anArmToken('second')
    expect(await second.tokenFor(ada)).toBe('second')
  })
})

it('without Redis each exchanges for itself', async () => {
  const [first, second] = [await replica(), await replica()]
  await server.kill()
  await Promise.all([first.tokenFor(ada), second.tokenFor(ada), first.tokenFor(ada)])
  expect(service.exchanges).toHaveLength(2)
})
