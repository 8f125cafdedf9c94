import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, type App } from '../app.ts'
import { listen, type Listening } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { answers, startScriptedArm, type ScriptedArm } from '../testing/arm.ts'
import { registration, startSignInService, type TestSignInService } from '../testing/auth.ts'
import { ask, noLimits, type Reply } from '../testing/portal.ts'

// Resource Graph stands for any service: the portal's server over HTTP, and an ARM of which one part misbehaves.

let service: TestSignInService
let arm: ScriptedArm
let app: App
let server: Listening
let log: string[]
let told: unknown[]
let onQuery: (response: ServerResponse) => void

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T10:00:00Z') })
  service = await startSignInService()
  arm = await startScriptedArm()
  const empty = answers(200, { value: [] })
  arm.script = [(response, { url }) => (url.includes('Microsoft.ResourceGraph') ? onQuery(response) : empty(response))]
  log = []
  told = []
  app = createApp({
    cloud: { ...service.cloud, resourceManager: arm.url },
    registration,
    requestsPerSecond: noLimits,
    exchangesPerMinute: Infinity,
    logger: createLogger('info', { write: (line: string) => void log.push(line) }),
    telemetry: { ...noTelemetry, serviceAnswers: (name, isAnswering) => void told.push([name, isAnswering]) },
  })
  server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
})
afterEach(async () => {
  vi.useRealTimers()
  await server.close(0)
  await app.close()
  await arm.close()
  await service.close()
})

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`
async function userOf(oid: string): Promise<(path: string) => Promise<Reply>> {
  const authorization = `Bearer ${await service.token({ oid })}`
  return (path) => ask(at(path), { headers: { authorization } })
}
const pageOfGraph = '/api/estate/overview'
const pageWithoutIt = '/api/subscriptions'
const queries = () => arm.received.filter(({ url }) => url.includes('Microsoft.ResourceGraph')).length
const events = (name: string) =>
  log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ event }) => event === name)

describe('while Resource Graph hangs', () => {
  it.each([
    [1, 30],
    [60, 3],
  ])('F45: %i users, each with %i pages that need it, are answered what does not', async (count, pages) => {
    const held: ServerResponse[] = []
    onQuery = (response) => void held.push(response)
    const users = await Promise.all(Array.from({ length: count }, (_, number) => userOf(`user-${number}`)))
    const waiting = users.flatMap((user) => Array.from({ length: pages }, () => user(pageOfGraph)))
    const sent = Math.min(6 * count, pages * count, 64)
    await vi.waitFor(() => expect(held.length).toBe(sent), 20_000)
    for (const user of users) expect((await user(pageWithoutIt)).status).toBe(200)
    expect(held.length).toBe(sent)
    onQuery = answers(200, { data: [] })
    for (const response of held) answers(200, { data: [] })(response)
    expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([200]))
  })
})

it('F51: while Microsoft Entra ID hangs for 60 users who have no token for Azure yet, those who have one are answered', async () => {
  onQuery = answers(200, { data: [] })
  const ada = await userOf('ada')
  expect((await ada(pageWithoutIt)).status).toBe(200)
  const others = await Promise.all(Array.from({ length: 60 }, (_, number) => userOf(`user-${number}`)))
  service.hangs = true
  const waiting = others.flatMap((user) => [user(pageWithoutIt), user(pageOfGraph), user(pageWithoutIt)])
  await vi.waitFor(() => expect(service.waiting).toBe(60), 20_000)
  for (const path of [pageWithoutIt, pageOfGraph, pageWithoutIt]) expect((await ada(path)).status).toBe(200)
  expect(service.waiting).toBe(60)
  await service.close()
  for (const reply of await Promise.all(waiting)) expect(reply.status).toBe(503)
})

describe('a service that answers nobody', () => {
  const silent = (response: ServerResponse) => {
    vi.setSystemTime(Date.now() + 5_000)
    answers(504, { error: { code: 'GatewayTimeout', message: 'No.' } })(response)
  }
  const readyz = async () => ask(at('/readyz'))

  beforeEach(() => {
    onQuery = silent
  })

  it('F49: is named by /readyz, which stays ready, and by what its users see, until it answers one of them', async () => {
    const [ada, ben, cleo, dan] = await Promise.all(['ada', 'ben', 'cleo', 'dan'].map(userOf))
    expect(await readyz()).toMatchObject({ status: 200, body: 'ready\n' })
    for (const user of [ada, ben]) {
      const problem = (await user?.(pageOfGraph))?.problem()
      expect(problem).toMatchObject({ status: 502, code: 'AzureUnavailable', service: 'ResourceGraph' })
    }
    // the third user who waits in vain: from the next attempt on, it is not called for anybody
    expect((await cleo?.(pageOfGraph))?.problem().service).toBe('ResourceGraph')
    expect(await readyz()).toMatchObject({
      status: 200,
      body: 'ready\nResource Graph: not answering since 2026-11-24T10:00:00.000Z\n',
    })
    const sent = queries()
    expect((await dan?.(pageOfGraph))?.problem()).toMatchObject({
      status: 503,
      code: 'ServiceNotAnswering',
      service: 'ResourceGraph',
      retryAt: new Date(Date.now() + 10_000).toISOString(),
    })
    expect(queries()).toBe(sent)
    expect((await dan?.(pageWithoutIt))?.status).toBe(200)

    onQuery = answers(200, { data: [] })
    vi.setSystemTime(Date.now() + 10_000)
    expect((await dan?.(pageOfGraph))?.status).toBe(200)
    expect(await readyz()).toMatchObject({ status: 200, body: 'ready\n' })
    expect(told).toEqual([
      ['ResourceGraph', false],
      ['ResourceGraph', true],
    ])
  })

  it('F49: is two lines in the log, however many of its calls fail', async () => {
    const users = await Promise.all(['ada', 'ben', 'cleo', 'dan', 'eva', 'fay'].map(userOf))
    for (const user of users) await user(pageOfGraph)
    for (const user of users) await user(pageOfGraph)
    const line = { service: 'ResourceGraph', since: '2026-11-24T10:00:00.000Z' }
    expect(events('service-not-answering')).toEqual([expect.objectContaining({ level: 'error', ...line })])
    expect(events('service-answers')).toEqual([])
    onQuery = answers(200, { data: [] })
    vi.setSystemTime(Date.now() + 10_000)
    for (const user of users) await user(pageOfGraph)
    expect(events('service-not-answering')).toHaveLength(1)
    expect(events('service-answers')).toEqual([expect.objectContaining({ level: 'info', ...line })])
  })
})
