import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import express, { type ErrorRequestHandler } from 'express'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { RequestRefused } from '../refusals/request-refused.ts'
import { listen } from '../server/server.ts'
import { bodyReader } from './read-body.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Sends half of a request to a reader of bodies of at most `largest` bytes, which has begun to read it. */
async function halfSent(largest: number, half: string): Promise<{ socket: Socket; answer: Promise<string> }> {
  const read = bodyReader(largest)
  const app = express()
  app.use((request, response, next) => {
    const reading = read(request, response)
    app.emit('reading')
    reading.then(() => response.set('connection', 'close').end('read'), next)
  })
  const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
    if (!(error instanceof RequestRefused)) return void response.status(500).end()
    const { status, headers } = error.answer()
    response.status(status).set(headers).end()
  }
  app.use(refuse)
  const server = await listen(app, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => server.close(0))
  const reading = once(app, 'reading')
  const socket = connect(server.port, '127.0.0.1', () => socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${half}`))
  const answer = socket.toArray().then((chunks) => Buffer.concat(chunks as Buffer[]).toString())
  await reading
  return { socket, answer }
}

const json = 'Content-Type: application/json\r\n'
const kilobytes = 1024

it.each([
  ['of 64 kB', 1_000 * kilobytes, `${json}Content-Length: ${64 * kilobytes}\r\n\r\n{`],
  ['in chunks, where no large ones are taken', 64 * kilobytes, `${json}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`],
])('S39: half a body %s has five seconds; then its connection is closed', async (_, largest, half) => {
  const { answer } = await halfSent(largest, half)
  vi.advanceTimersByTime(4_999)
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*connection: close/i)
})

it('a larger body has the time limit of the server', async () => {
  const rest = `"a":"${'x'.repeat(70 * kilobytes)}"}`
  const { socket, answer } = await halfSent(1_000 * kilobytes, `${json}Content-Length: ${1 + rest.length}\r\n\r\n{`)
  vi.advanceTimersByTime(19_000)
  socket.write(rest)
  expect(await answer).toMatch(/^HTTP\/1\.1 200 /)
})

it('a body that has arrived is waited for no longer', async () => {
  const { socket, answer } = await halfSent(64 * kilobytes, `${json}Content-Length: 2\r\n\r\n{`)
  socket.write('}')
  expect(await answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(vi.getTimerCount()).toBe(0)
})
