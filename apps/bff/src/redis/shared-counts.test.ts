import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { startRedis, type TestRedis } from '../testing/redis.ts'
import { openRedis, type Redis } from './open-redis.ts'
import { sharedCounts } from './shared-counts.ts'

let server: TestRedis
let opened: Redis[]

beforeEach(async () => {
  server = await startRedis()
  opened = []
})
afterEach(async () => {
  for (const redis of opened) redis.close()
  await server.kill()
})

/** The counts of one process, over a minute. */
async function aProcess(name = 'user') {
  const redis = await openRedis(server.url, {
    logger: createLogger('silent'),
    telemetry: noTelemetry,
    patienceMs: 10_000,
  })
  opened.push(redis)
  const counts = sharedCounts(redis, name, 60_000)
  const count = async (key = 'ada') => (await counts.increment(key)).totalHits
  const isThere = () => expect.poll(() => redis.ask((client) => client.ping()), { timeout: 15_000 }).toBe('PONG')
  return { counts, count, isThere }
}

it('what several processes count is one number, for each user and each limit', async () => {
  const [first, second, other] = [await aProcess(), await aProcess(), await aProcess('address')]
  expect([await first.count(), await second.count(), await first.count()]).toEqual([1, 2, 3])
  expect(await second.count('ben')).toBe(1)
  expect(await other.count()).toBe(1)
})

it('the time is that of the first one, whoever counted it', async () => {
  const [first, second] = [await aProcess(), await aProcess()]
  const { resetTime } = await first.counts.increment('ada')
  const later = await second.counts.increment('ada')
  expect(later.resetTime?.getTime()).toBeLessThanOrEqual((resetTime?.getTime() ?? 0) + 1_000)
  expect(later.resetTime?.getTime()).toBeGreaterThan(Date.now())
})

it('while Redis is away each process goes on from what it has counted itself', async () => {
  const [first, second] = [await aProcess(), await aProcess()]
  for (let number = 1; number <= 3; number += 1) expect(await first.count()).toBe(number)
  expect(await second.count()).toBe(4)
  await server.kill()
  expect([await first.count(), await second.count()]).toEqual([4, 2])
})

it('a Redis that comes back empty makes no limit looser, and counts for all again', async () => {
  const [first, second] = [await aProcess(), await aProcess()]
  for (let number = 1; number <= 3; number += 1) await first.count()
  await server.kill()
  await server.start()
  await first.isThere()
  await second.isThere()
  expect(await first.count()).toBe(4)
  expect([await second.count('ben'), await first.count('ben')]).toEqual([1, 2])
})

it('a Redis that comes later counts from then on', async () => {
  await server.kill()
  const [first, second] = [await aProcess(), await aProcess()]
  expect([await first.count(), await second.count()]).toEqual([1, 1])
  await server.start()
  await first.isThere()
  await second.isThere()
  expect([await first.count('ben'), await second.count('ben')]).toEqual([1, 2])
})
