import { once } from 'node:events'
import express, { type ErrorRequestHandler, type Response } from 'express'
import { expect, it, onTestFinished } from 'vitest'
import { SemaphoreFull } from '../process/semaphore.ts'
import { listen } from '../server/server.ts'
import { beginTrace } from '../telemetry/trace.ts'
import { concurrentRequests } from './concurrent-requests.ts'

/** Accepts two concurrent requests and holds each until the test releases it. */
async function startHolding() {
  const two = { all: 2, ofAddress: 9, ofUser: 9 }
  const atOnce = concurrentRequests({ bodies: two, requests: two })
  const app = express()
  app.use((request, response) => {
    beginTrace(request, response)
    atOnce.untilClosed(response)
    app.emit('held', response)
  })
  const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
    response.status(error instanceof SemaphoreFull ? 503 : 500).end()
  }
  app.use(refuse)
  const server = await listen(app, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => server.close(0))
  const url = `http://127.0.0.1:${server.port}/`
  const ask = async () => (await fetch(url)).status
  return {
    ask,
    atOnce,
    /** Sends a request and waits until it is running. */
    async hold(signal?: AbortSignal) {
      const held = once(app, 'held')
      const status = signal === undefined ? ask() : fetch(url, { signal }).catch(() => 'aborted')
      const [response] = (await held) as [Response]
      return { status, response }
    },
  }
}

it('turns away what comes while so many are under way, and takes the next once one is answered', async () => {
  const { ask, hold } = await startHolding()
  const first = await hold()
  const second = await hold()
  expect(await ask()).toBe(503)
  expect(await ask()).toBe(503)
  first.response.end()
  expect(await first.status).toBe(200)
  const third = await hold()
  expect(await ask()).toBe(503)
  for (const { response } of [second, third]) response.end()
  expect([await second.status, await third.status]).toEqual([200, 200])
})

it('counts no request whose sender has gone, before or after it was taken on', async () => {
  const { ask, hold, atOnce } = await startHolding()
  const leaving = new AbortController()
  const left = await hold(leaving.signal)
  const stays = await hold()
  expect(await ask()).toBe(503)
  const gone = once(left.response, 'close')
  leaving.abort()
  await Promise.all([gone, left.status])
  atOnce.untilClosed(left.response)
  const next = await hold()
  for (const { response } of [stays, next]) response.end()
  expect([await stays.status, await next.status]).toEqual([200, 200])
})

it('a body that arrives takes no place of a request, and gives its own back however its reading ends', async () => {
  const { ask, hold, atOnce } = await startHolding()
  const { response, status } = await hold()
  const arrived = Promise.withResolvers<void>()
  const broken = Promise.withResolvers<void>()
  const reading = [arrived, broken].map(({ promise }) => atOnce.whileReading(response, () => promise))
  const other = await hold()
  expect(await ask()).toBe(503)
  await expect(atOnce.whileReading(response, () => Promise.resolve())).rejects.toThrow(SemaphoreFull)
  arrived.resolve()
  broken.reject(new Error('the sender has gone'))
  expect((await Promise.allSettled(reading)).map((each) => each.status)).toEqual(['fulfilled', 'rejected'])
  await atOnce.whileReading(response, () => Promise.resolve())
  for (const each of [response, other.response]) each.end()
  expect([await status, await other.status]).toEqual([200, 200])
})
