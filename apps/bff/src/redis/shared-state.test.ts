import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startDemo, type Demo, type DemoOptions } from '../demo.ts'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { ask, noLimits, signInByHttp } from '../testing/portal.ts'
import { aSealingKey, startRedis, type TestRedis } from '../testing/redis.ts'
import { startSharedState } from './start-shared-state.ts'

// Two portals with one Redis between them, over HTTP.

let azure: AzureSimulator
let server: TestRedis
let folder: string
let portals: Demo[]

beforeEach(async () => {
  azure = await startAzureSimulator({ throttling: 'off' })
  server = await startRedis()
  folder = mkdtempSync(join(tmpdir(), 'portal-keys-'))
  writeFileSync(join(folder, 'keys'), aSealingKey())
  portals = []
})
afterEach(async () => {
  for (const portal of portals) await portal.close()
  await server.kill()
  await azure.close()
  rmSync(folder, { recursive: true })
})

async function startPortal(limits: Pick<DemoOptions, 'requestsPerSecond' | 'exchangesPerMinute'>): Promise<Demo> {
  const logger = createLogger('silent')
  const source = { url: server.url, sealingKeyFile: join(folder, 'keys') }
  const shared = await startSharedState(source, { logger, telemetry: noTelemetry, patienceMs: 10_000 })
  const portal = await startDemo({
    port: 0,
    simulator: azure,
    logger,
    webRoot: null,
    requestsPerSecond: noLimits,
    shared,
    ...limits,
  })
  portals.push(portal)
  return portal
}

const statusAt = async ({ url }: Demo, token: string) =>
  (await ask(`${url}/api/subscriptions`, { headers: { authorization: `Bearer ${token}` } })).status
const signOutAt = ({ url }: Demo, token: string) =>
  ask(`${url}/api/session`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })
const adasToken = () => signInByHttp(azure, 'ada@contoso.example')

it('requests are counted together', async () => {
  const limits = { requestsPerSecond: { ...noLimits, address: 1 } }
  const two = [await startPortal(limits), await startPortal(limits)]
  const statuses = await Promise.all(Array.from({ length: 6 }, () => two.map((portal) => statusAt(portal, 'x'))).flat())
  expect(statuses.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
})

it('a user’s exchanges are counted together', async () => {
  const limits = { exchangesPerMinute: 2 }
  const [first, second] = [await startPortal(limits), await startPortal(limits)]
  const [tab, another, third] = [await adasToken(), await adasToken(), await adasToken()]
  expect([await statusAt(first, tab), await statusAt(second, another), await statusAt(first, third)]).toEqual([
    200, 200, 429,
  ])
  // a user who already has a token continues, at every process
  expect([await statusAt(second, tab), await statusAt(first, another)]).toEqual([200, 200])
})

it('a token whose user has signed out at one process is refused by all, also when Redis has lost it meanwhile', async () => {
  const [first, second] = [await startPortal({}), await startPortal({})]
  const token = await adasToken()
  expect([await statusAt(first, token), await statusAt(second, token)]).toEqual([200, 200])
  expect((await signOutAt(first, token)).status).toBe(200)
  expect([await statusAt(first, token), await statusAt(second, token)]).toEqual([401, 401])

  await server.kill()
  await server.start()
  await expect.poll(() => statusAt(second, token), { timeout: 15_000 }).toBe(401)
  expect(await statusAt(first, token)).toBe(401)
})

it('the tokens of a user’s other tabs are refused by all once one has signed out, and that of the next sign-in is taken', async () => {
  const [first, second] = [await startPortal({}), await startPortal({})]
  const [here, elsewhere] = [await adasToken(), await adasToken()]
  expect([await statusAt(first, here), await statusAt(second, elsewhere)]).toEqual([200, 200])
  await signOutAt(first, here)
  expect([await statusAt(first, elsewhere), await statusAt(second, elsewhere)]).toEqual([200, 401])
  const again = await adasToken()
  expect([await statusAt(first, again), await statusAt(second, again)]).toEqual([200, 200])
})

it('a token whose user signed out while Redis was away is refused by all once it is back', async () => {
  const [first, second] = [await startPortal({}), await startPortal({})]
  const token = await adasToken()
  await server.kill()
  expect((await signOutAt(first, token)).status).toBe(200)
  expect([await statusAt(first, token), await statusAt(second, token)]).toEqual([401, 200])
  await server.start()
  await expect.poll(() => statusAt(second, token), { timeout: 15_000 }).toBe(401)
})
