import { json } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { listen } from '../server/server.ts'
import { create } from '../testing/faults.ts'
import { ask, startTestPortal } from '../testing/portal.ts'
import { createLogger } from './log.ts'
import { startTelemetry } from './start-telemetry.ts'
import { noTelemetry } from './telemetry-events.ts'

/** A collector that records what it receives, or rejects it. */
async function startCollector(status = 200) {
  const received: { path: string | undefined; body: unknown }[] = []
  const server = await listen(
    (request, response) => {
      // oxlint-disable-next-line promise/always-return -- the answer is the outcome
      void json(request).then((body) => {
        received.push({ path: request.url, body })
        response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
      })
    },
    { port: 0, host: '127.0.0.1' },
  )
  return { url: `http://127.0.0.1:${server.port}`, received, close: () => server.close(0) }
}

const silent = createLogger('silent')

it('sends a span for a request, and under it one for each call to Azure', async () => {
  const collector = await startCollector()
  const telemetry = await startTelemetry(collector.url, silent)
  const portal = await startTestPortal({ telemetry })
  const asAda = await portal.as('ada@contoso.example')
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const { headers } = await ask(`${portal.url}/api/subscriptions`, {
    headers: { authorization: `Bearer ${asAda.token}`, traceparent: `00-${traceId}-b7ad6b7169203331-01` },
  })
  await portal.close()
  await telemetry.close()
  await collector.close()

  const traces = collector.received.filter(({ path }) => path === '/v1/traces')
  const spans = traces.flatMap(({ body }) => spansOf(body))
  const request = spans.find(({ name }) => name === 'GET /api/subscriptions')
  expect(request).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' })
  expect(request?.attributes).toContainEqual({
    key: 'portal.correlation_id',
    value: { stringValue: headers.get('x-correlation-id') },
  })
  expect(spans).toContainEqual(expect.objectContaining({ name: 'GET Azure', traceId, parentSpanId: request?.spanId }))
  expect(JSON.stringify(traces)).not.toMatch(/eyJ|ada@contoso|Bearer/)
})

it("sends how long the portal's routes and Azure took, and how the process is", async () => {
  const collector = await startCollector()
  const telemetry = await startTelemetry(collector.url, silent)
  const portal = await startTestPortal({ telemetry })
  await (await portal.as('ada@contoso.example')).get('/api/subscriptions')
  await portal.close()
  await telemetry.close()
  await collector.close()

  const sent = JSON.stringify(collector.received.filter(({ path }) => path === '/v1/metrics'))
  for (const name of [
    'http.server.request.duration',
    'http.client.request.duration',
    'nodejs.eventloop.delay.p99',
    'process.memory.usage',
  ])
    expect(sent).toContain(`"name":"${name}"`)
  expect(sent).toContain('{"key":"http.route","value":{"stringValue":"/api/subscriptions"}}')
})

it('sends a span and an event for a write, with who asked and what became of it', async () => {
  const collector = await startCollector()
  const telemetry = await startTelemetry(collector.url, silent)
  const portal = await startTestPortal({ telemetry })
  await create(await portal.as('ada@contoso.example'))
  await portal.close()
  await telemetry.close()
  await collector.close()

  const spans = collector.received.filter(({ path }) => path === '/v1/traces').flatMap(({ body }) => spansOf(body))
  const write = spans.find(({ name }) => name === 'portal.write')
  const ada = portal.azure.world.users.find(({ displayName }) => displayName === 'Ada Rossi')?.id
  for (const attributes of [write?.attributes, write?.events?.[0]?.attributes]) {
    expect(attributes).toContainEqual({ key: 'portal.user_id', value: { stringValue: ada } })
    expect(attributes).toContainEqual({ key: 'portal.outcome', value: { stringValue: 'accepted' } })
    expect(attributes).toContainEqual({ key: 'portal.resource.name', value: { stringValue: '2.0.0' } })
  }
})

it('sends how often the event loop stood still, and what pages reported', async () => {
  const collector = await startCollector()
  const telemetry = await startTelemetry(collector.url, silent)
  telemetry.eventLoopDelayed(1.2)
  telemetry.policyViolated('script-src')
  await telemetry.close()
  await collector.close()
  const sent = JSON.stringify(collector.received)
  for (const name of ['portal.eventloop.alarms', 'portal.csp.violations']) expect(sent).toContain(`"name":"${name}"`)
})

it('sends whether the Redis that processes share answers', async () => {
  const collector = await startCollector()
  const telemetry = await startTelemetry(collector.url, silent)
  for (const answers of [true, false]) telemetry.redisAnswers(answers)
  await telemetry.close()
  await collector.close()
  const sent = JSON.stringify(collector.received)
  expect(sent).toMatch(/"name":"portal\.redis\.answers"[^}]*"asDouble":0}/)
})

it('sends what is wrong although the server serves', async () => {
  const collector = await startCollector()
  const telemetry = await startTelemetry(collector.url, silent)
  telemetry.observeTroubles(() => ['log-not-written'])
  await telemetry.close()
  await collector.close()
  const sent = JSON.stringify(collector.received)
  expect(sent).toContain('"name":"portal.troubles"')
  expect(sent).toContain('{"key":"trouble","value":{"stringValue":"log-not-written"}}')
})

it('serves and ends though the collector refuses everything, and says so in the log', async () => {
  const collector = await startCollector(400)
  const log: string[] = []
  const telemetry = await startTelemetry(collector.url, createLogger('warn', { write: (line) => void log.push(line) }))
  const portal = await startTestPortal({ telemetry })
  expect((await (await portal.as('ada@contoso.example')).get('/api/subscriptions')).status).toBe(200)
  await portal.close()
  await telemetry.close()
  await collector.close()
  expect(log.join('')).toContain('"event":"telemetry-not-sent"')
})

it('sends nothing where no collector is named', async () => {
  expect(await startTelemetry(undefined, silent)).toBe(noTelemetry)
})

interface SentSpan {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: unknown[]
  events?: { attributes: unknown[] }[]
}

function spansOf(body: unknown): SentSpan[] {
  const { resourceSpans } = body as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}
