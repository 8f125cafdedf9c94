import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { demonstrationOn, startPortalProcess, type PortalProcess } from '../testing/portal-process.ts'
import { ask, signInByHttp } from '../testing/portal.ts'
import { aSealingKey, startRedis, type TestRedis } from '../testing/redis.ts'

interface Told {
  event: string
  reason?: string
}

// Processes of the portal whose Redis comes and goes. They start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let azure: AzureSimulator
let redis: TestRedis
let folder: string
let portals: PortalProcess[]

beforeEach(async () => {
  azure = await startAzureSimulator({ throttling: 'off' })
  redis = await startRedis()
  folder = mkdtempSync(join(tmpdir(), 'portal-'))
  writeFileSync(join(folder, 'keys'), aSealingKey())
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Portal</title>')
  portals = []
})
afterEach(async () => {
  for (const { child } of portals) child.kill('SIGKILL')
  await redis.kill()
  await azure.close()
  rmSync(folder, { recursive: true })
})

async function startPortals(): Promise<PortalProcess[]> {
  const env = {
    ...demonstrationOn(azure),
    WEB_ROOT: folder,
    REDIS_URL: redis.url,
    TOKEN_CACHE_KEY_FILE: join(folder, 'keys'),
    USER_EXCHANGES_PER_MINUTE: '1',
  }
  portals = await Promise.all([startPortalProcess({ env }), startPortalProcess({ env })])
  return portals
}

const token = (user: string) => signInByHttp(azure, `${user}@contoso.example`)
const statusAt = async ({ url }: PortalProcess, path: string, of = '') =>
  (await ask(`${url}${path}`, { headers: { authorization: `Bearer ${of}` } })).status
const subscriptions = (portal: PortalProcess, of: string) => statusAt(portal, '/api/subscriptions', of)
/** The log lines about Redis, except those about slow responses on a busy machine. */
function eventsOf({ lines }: PortalProcess): string[] {
  const told = lines.flatMap((line) => (line.includes('"event":"redis-') ? [JSON.parse(line) as Told] : []))
  const isSlow = (line: Told | undefined) => line?.reason === 'too slow'
  return told.filter((line, index) => !isSlow(line) && !isSlow(told[index - 1])).map(({ event }) => event)
}
const hadSlowRedis = ({ lines }: PortalProcess) => lines.some((line) => line.includes('"too slow"'))
const allTell = (events: string[]) =>
  expect.poll(() => portals.map(eventsOf), { timeout: 20_000 }).toEqual(portals.map(() => events))

it('F42: Redis is away at the start, then comes, then goes: each process goes on, ready, with limits of its own, and says it once', async () => {
  await redis.kill()
  const [first, second] = (await startPortals()) as [PortalProcess, PortalProcess]
  const [ada, anotherTab] = [await token('ada'), await token('ada')]
  for (const portal of [first, second]) {
    expect(await statusAt(portal, '/readyz')).toBe(200)
    for (let count = 0; count < 3; count += 1) expect(await subscriptions(portal, ada)).toBe(200)
    expect(await subscriptions(portal, anotherTab)).toBe(429)
  }
  await allTell(['redis-away'])

  await redis.start()
  await allTell(['redis-away', 'redis-back'])
  const ben = await token('ben')
  expect([await subscriptions(first, ben), await subscriptions(second, ben)]).toEqual([200, 200])
  // Counted together, unless Redis was too slow for one of them.
  const counted = await subscriptions(second, await token('ben'))
  expect(counted === 429 || portals.some(hadSlowRedis)).toBe(true)

  await redis.kill()
  for (const portal of [first, second]) {
    expect(await statusAt(portal, '/readyz')).toBe(200)
    for (const each of [ada, ben]) expect(await subscriptions(portal, each)).toBe(200)
  }
  await allTell(['redis-away', 'redis-back', 'redis-away'])
})
