import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { storedCertificate } from '@portal/azure-simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { startRedis, type TestRedis } from '../testing/redis.ts'
import { openRedis, type Redis } from './open-redis.ts'

let server: TestRedis
let redis: Redis | undefined
let log: string[]
let told: boolean[]

beforeEach(async () => {
  server = await startRedis()
  log = []
  told = []
})
afterEach(async () => {
  redis?.close()
  server.wake()
  await server.kill()
})

// Long timeouts for a busy machine, except where a test is about timeouts.
const open = async (url = server.url, patienceMs = 10_000) => {
  const logger = createLogger('info', { write: (line: string) => void log.push(line) })
  const telemetry = { ...noTelemetry, redisAnswers: (answers: boolean) => void told.push(answers) }
  redis = await openRedis(url, { logger, telemetry, patienceMs })
  return redis
}
const events = () => log.map((line) => (JSON.parse(line) as { event: string; reason?: string }).event)
const askTime = (of: Redis) => of.ask((client) => client.time())
const isThere = (of: Redis) => expect.poll(() => askTime(of), { timeout: 15_000 }).toBeDefined()

it('answers what is asked, and says nothing of it', async () => {
  const opened = await open()
  expect(await opened.ask((client) => client.set('name', 'value'))).toBe('OK')
  expect(await opened.ask((client) => client.get('name'))).toBe('value')
  expect(await opened.ask((client) => client.get('another'))).toBeNull()
  expect(log).toEqual([])
  expect(told).toEqual([true])
})

describe('while it is away', () => {
  it('there is no answer; its going and its coming are a line each', async () => {
    const opened = await open()
    await server.kill()
    for (let count = 0; count < 5; count += 1) expect(await askTime(opened)).toBeUndefined()
    await server.start()
    await isThere(opened)
    expect(events()).toEqual(['redis-away', 'redis-back'])
    expect(JSON.parse(log[0] ?? '')).not.toMatchObject({ reason: 'Error' })
    expect(told).toEqual([true, false, true])
  })

  it('from the start, it is found when it comes', async () => {
    await server.kill()
    const opened = await open()
    expect(await askTime(opened)).toBeUndefined()
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ event: 'redis-away', reason: 'ECONNREFUSED', level: 'warn' })
    let heard = 0
    opened.onThere(() => (heard += 1))
    await server.start()
    await isThere(opened)
    expect(events()).toEqual(['redis-away', 'redis-back'])
    expect(heard).toBe(1)
  })

  it('and hangs, the first to ask waits a moment, and the next ones not at all', async () => {
    const opened = await open(server.url, 1_000)
    await isThere(opened)
    server.hang()
    expect(await askTime(opened)).toBeUndefined()
    let asked = false
    const answer = await opened.ask((client) => {
      asked = true
      return client.time()
    })
    expect([answer, asked]).toEqual([undefined, false])
    server.wake()
    await isThere(opened)
    expect(events()).toEqual(['redis-away', 'redis-back'])
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ reason: 'too slow' })
  })
})

it('a password that is wrong is told by its word, and by nothing of the address', async () => {
  await server.kill()
  server = await startRedis({ password: 'right' })
  const opened = await open(server.url.replace('right', 'wrong'))
  expect(await askTime(opened)).toBeUndefined()
  expect(JSON.parse(log[0] ?? '')).toMatchObject({ event: 'redis-away', reason: 'WRONGPASS' })
  expect(log.join()).not.toContain('wrong@')
  redis?.close()
  log = []
  expect(await askTime(await open())).toBeDefined()
})

it('by TLS it is one whose certificate is trusted, or none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redis-tls-'))
  const { cert, certFile, key } = await storedCertificate(folder)
  const keyFile = join(folder, 'key.pem')
  writeFileSync(keyFile, key)
  await server.kill()
  server = await startRedis({ tls: { certFile, keyFile } })
  expect(await askTime(await open())).toBeUndefined()
  expect(JSON.parse(log[0] ?? '')).toMatchObject({ event: 'redis-away', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  redis?.close()

  const trustedBefore = getCACertificates('default')
  setDefaultCACertificates([...trustedBefore, cert])
  expect(await askTime(await open())).toBeDefined()
  setDefaultCACertificates(trustedBefore)
  rmSync(folder, { recursive: true })
})

it('what it refuses is told once, and it stays there for the rest', async () => {
  const opened = await open()
  await opened.ask((client) => client.set('word', 'x'))
  for (let count = 0; count < 3; count += 1)
    expect(await opened.ask((client) => client.lPush('word', 'y'))).toBeUndefined()
  expect(await opened.ask((client) => client.get('word'))).toBe('x')
  expect(log.map((line): unknown => JSON.parse(line))).toMatchObject([{ event: 'redis-refused', reason: 'WRONGTYPE' }])
})
