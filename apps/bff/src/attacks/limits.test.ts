import { decodeJwt } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { entraExchange } from '../auth/entra-exchange.ts'
import { onBehalfOf } from '../auth/on-behalf-of.ts'
import { armHttpClient } from '../azure/arm/arm-http-client.ts'
import { azureClients } from '../azure/arm/clients.ts'
import { azureServices } from '../outages/azure-services.ts'
import { SemaphoreFull } from '../process/semaphore.ts'
import { createLogger } from '../telemetry/log.ts'
import { answers, startScriptedArm } from '../testing/arm.ts'
import { aCaller, anArmToken, registration, startSignInService } from '../testing/auth.ts'
import { ask, noLimits, startTestPortal, type TestPortal } from '../testing/portal.ts'

// Users who send too many requests, and tricks to look like someone else.

let portal: TestPortal
afterEach(async () => {
  vi.useRealTimers()
  await portal.close()
})

describe('a user', () => {
  beforeEach(async () => {
    portal = await startTestPortal({ requestsPerSecond: { ...noLimits, user: 1, userWrites: 1 }, trustProxy: 1 })
  })

  it('S42: has so many requests, whatever their address says, and then a time to come again', async () => {
    const asAda = await portal.as('ada@contoso.example')
    const asBen = await portal.as('ben@contoso.example')
    const askFrom = (address: string) =>
      ask(`${portal.url}/api/subscriptions`, {
        headers: { authorization: `Bearer ${asAda.token}`, 'x-forwarded-for': address },
      })
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) expect((await askFrom(address)).status).toBe(200)
    const refused = await askFrom('10.0.0.4')
    expect(refused.problem()).toMatchObject({ status: 429, code: 'TooManyRequests' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.problem().retryAt).toBeDefined()
    const event = portal.log.find((line) => line.includes('"event":"rate-limited"')) ?? ''
    expect(JSON.parse(event)).toMatchObject({
      route: '/api/subscriptions',
      tid: portal.azure.tenantId,
      oid: expect.any(String) as string,
      reason: 'too many: user',
    })
    expect((await asBen.get('/api/subscriptions')).status).toBe(200)
  })

  it('may ask again when the time is over', async () => {
    const asAda = await portal.as('ada@contoso.example')
    const statuses = async () => (await asAda.get('/api/subscriptions')).status
    for (let count = 0; count < 3; count += 1) expect(await statuses()).toBe(200)
    expect(await statuses()).toBe(429)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_001 })
    expect(await statuses()).toBe(200)
  })

  it('has fewer writes than reads', async () => {
    await portal.close()
    portal = await startTestPortal({ requestsPerSecond: { ...noLimits, userWrites: 1 } })
    const asAda = await portal.as('ada@contoso.example')
    const write = async () => (await asAda.send('PUT', '/api/image-versions', {})).status
    for (let count = 0; count < 5; count += 1) expect(await write()).toBe(400)
    expect(await write()).toBe(429)
    expect((await asAda.get('/api/subscriptions')).status).toBe(200)
    expect((await asAda.send('POST', '/api/disk-encryption-set-facts', { ids: [] })).status).toBe(200)
  })
})

it('of exchanges with Entra ID a user has five a minute, and then a time to come again', async () => {
  portal = await startTestPortal({ exchangesPerMinute: 5 })
  const tabs = [1, 2, 3, 4, 5, 6].map(() => portal.as('ada@contoso.example'))
  const replies = []
  for (const tab of tabs) replies.push(await (await tab).get('/api/subscriptions'))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
  const [refused] = replies.slice(-1)
  expect(refused?.problem()).toMatchObject({ code: 'TooManyRequests', retryAt: expect.any(String) as string })
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(portal.log.join()).toContain('too many: exchanges')
})

describe('an address', () => {
  const askFrom = async (forwarded: string) =>
    (await ask(`${portal.url}/api/subscriptions`, { headers: { 'x-forwarded-for': forwarded } })).status
  const statusesFrom = async (addressOf: (count: number) => string) => {
    const statuses: number[] = []
    for (let count = 0; count < 12; count += 1) statuses.push(await askFrom(addressOf(count)))
    return statuses
  }
  const tenAndTwo = [...Array.from({ length: 10 }, () => 401), 429, 429]
  const onePerSecond = { ...noLimits, address: 1 }

  it('S42: is not what a request says of itself where there is no proxy', async () => {
    portal = await startTestPortal({ requestsPerSecond: onePerSecond })
    expect(await statusesFrom((count) => `10.0.0.${count}`)).toEqual(tenAndTwo)
  })

  it('S42: is what the last proxy says, and not what was put before it', async () => {
    portal = await startTestPortal({ requestsPerSecond: onePerSecond, trustProxy: 1 })
    expect(await statusesFrom((count) => `10.0.0.${count}, 192.0.2.1`)).toEqual(tenAndTwo)
    expect(await askFrom('10.0.0.1, 192.0.2.2')).toBe(401)
  })

  it('S42: is what proxies at known addresses say, and no others', async () => {
    portal = await startTestPortal({ requestsPerSecond: onePerSecond, trustProxy: ['10.9.0.0/16'] })
    expect(await statusesFrom((count) => `192.0.2.${count}`)).toEqual(tenAndTwo)
  })
})

describe('a sender who floods the log', () => {
  const lines = () =>
    portal.log
      .map((line) => JSON.parse(line) as { level: string; event: string; reason?: string; more?: number })
      .filter(({ level }) => level !== 'debug')

  it('S49: has a line for each kind of refusal, and one more with their number', async () => {
    portal = await startTestPortal({ requestsPerSecond: { ...noLimits, address: 6 } })
    const send = (headers: Record<string, string> = {}) => ask(`${portal.url}/api/subscriptions`, { headers })
    for (let time = 0; time < 100; time += 1) {
      await send()
      await send({ authorization: 'Bearer forged' })
      await send({ 'sec-fetch-site': 'cross-site' })
    }
    const first = lines()
    expect(first.map(({ event }) => event)).toEqual([
      'token-refused',
      'token-refused',
      'origin-refused',
      'rate-limited',
    ])
    for (const line of first)
      expect(line).toMatchObject({
        level: 'warn',
        address: '127.0.0.1',
        route: expect.stringMatching(/^.api/) as string,
      })
    await portal.close()
    const sums = lines().slice(4)
    expect(sums.map(({ event, more = 0 }) => [event, more + 1])).toEqual([
      ['token-refused', 30],
      ['token-refused', 30],
      ['origin-refused', 100],
      ['rate-limited', 140],
    ])
    portal = await startTestPortal()
  })

  it('S49: is named by tenant and object ID once they are known', async () => {
    portal = await startTestPortal({ requestsPerSecond: { ...noLimits, user: 1 } })
    const asAda = await portal.as('ada@contoso.example')
    for (let time = 0; time < 20; time += 1) await asAda.get('/api/directories')
    const { tid, oid } = decodeJwt(asAda.token)
    await portal.close()
    const refused = lines().filter(({ event }) => event === 'rate-limited')
    const user = { tid, oid, reason: 'too many: user' }
    expect(refused).toEqual([expect.objectContaining(user), expect.objectContaining({ ...user, more: 16 })])
    // the three that were answered
    expect(lines().filter(({ event }) => event === 'request')).toHaveLength(3)
    portal = await startTestPortal()
  })
})

it('of more requests to Azure than may wait, those beyond are turned away before they are sent', async () => {
  portal = await startTestPortal()
  const service = await startSignInService()
  service.onToken = () => anArmToken('arm-token')
  const arm = await startScriptedArm()
  const open: (() => void)[] = []
  const empty = answers(200, { value: [] })
  const full = Promise.withResolvers<void>()
  arm.script = [
    (response) => {
      open.push(() => empty(response))
      if (open.length === 64) full.resolve()
    },
  ]
  const cloud = { ...service.cloud, resourceManager: arm.url }
  const tokens = onBehalfOf({ exchange: entraExchange(cloud, registration, Date.now), scope: 's' })
  const http = armHttpClient(arm.url)
  const azureFor = azureClients({ cloud, tokens, http, services: azureServices({ logger: createLogger('silent') }) })
  const asks = Array.from({ length: 40 }, (_, user) => {
    const { send } = azureFor({ caller: aCaller({ oid: `user-${user}` }), correlationId: '', onCall: () => undefined })
    return Array.from({ length: 6 }, () => send({ method: 'GET', url: '/subscriptions' }))
  }).flat()
  const settled = Promise.allSettled(asks)
  await full.promise
  expect(open).toHaveLength(64)
  arm.script = [empty]
  for (const release of open) release()
  const refused = (await settled).filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(40 * 6 - 64 - 128)
  for (const { reason } of refused) expect(reason).toBeInstanceOf(SemaphoreFull)
  await http.close()
  await arm.close()
  await service.close()
})
