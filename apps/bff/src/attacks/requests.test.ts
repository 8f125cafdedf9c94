import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import express, { type ErrorRequestHandler } from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bodyReader } from '../http/read-body.ts'
import { listen, senderLimits, type Listening } from '../server/server.ts'
import { ask, raw, startTestPortal, type TestPortal } from '../testing/portal.ts'

// Requests that are too large, malformed, slow or ambiguous.

let portal: TestPortal
let authorization: string

beforeAll(async () => {
  portal = await startTestPortal()
  authorization = `Bearer ${(await portal.as('ada@contoso.example')).token}`
})
afterAll(() => portal.close())

const json = { 'content-type': 'application/json' }
const put = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  ask(`${portal.url}/api/image-versions`, { method: 'PUT', headers: { authorization, ...headers }, body })
const text = (bytes: number) => JSON.stringify({ name: 'x'.repeat(bytes) })
const bomb = Uint8Array.from(gzipSync(text(5_000_000)))
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

it.each<[string, string, Parameters<typeof put>, number, string]>([
  ['S34', 'a plan of more than 1 MB', [text(1_100_000)], 413, 'PayloadTooLarge'],
  ['S34', '5 MB', [text(5_000_000)], 413, 'PayloadTooLarge'],
  ['S34', 'a compressed body', [bomb, { ...json, 'content-encoding': 'gzip' }], 415, 'UnsupportedMediaType'],
  ['S35', 'half of JSON', ['{"name":'], 400, 'InvalidRequest'],
  ['S35', 'a text', ['"plan"'], 400, 'InvalidRequest'],
  ['S35', 'forty-five thousand levels', [nested(45_000)], 400, 'InvalidRequest'],
  ['S35', 'forty-five thousand brackets without an end', ['['.repeat(45_000)], 400, 'InvalidRequest'],
  ['S35', 'twenty-one levels', [nested(21)], 400, 'InvalidRequest'],
  ['S35', 'a key twice', ['{"name":"1.0.0","name":"2.0.0"}'], 400, 'InvalidRequest'],
  ['S36', 'a key that would change how objects behave', ['{"__proto__":{"x":1}}'], 400, 'InvalidRequest'],
  ['S36', 'such a key deep inside', ['{"tags":[{"constructor":{"prototype":{"x":1}}}]}'], 400, 'InvalidRequest'],
  ['S36', 'such a key in disguise', ['{"\\u005f_proto__":{"x":1}}'], 400, 'InvalidRequest'],
])('%s: %s is refused, and nothing of the inside shows', async (_id, _what, sent, status, code) => {
  const reply = await put(...sent)
  expect(reply.problem()).toMatchObject({ status, code, type: 'about:blank' })
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  expect(JSON.stringify(reply.body)).not.toMatch(/\.ts|\.js|node_modules|SyntaxError/)
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  expect(portal.azure.requests).toEqual([])
})

// A strict schema would refuse most of it too.
describe('JSON, before any schema has seen it', () => {
  const taken: unknown[] = []
  let server: Listening
  beforeAll(async () => {
    const read = bodyReader(1_000)
    const take: express.RequestHandler = (request, response, next) => {
      const taking = async () => {
        await read(request, response)
        taken.push(request.body)
        response.end()
      }
      taking().catch(next)
    }
    const refuse: ErrorRequestHandler = (_error, _request, response, _next) => void response.status(400).end()
    server = await listen(express().use(take, refuse), { port: 0, host: '127.0.0.1' })
  })
  beforeEach(() => (taken.length = 0))
  afterAll(() => server.close(0))
  const statusOf = async (body: string) =>
    (await ask(`http://127.0.0.1:${server.port}`, { method: 'PUT', headers: json, body })).status

  it.each([
    ['S35', 'twenty-one levels', nested(21)],
    ['S35', 'a key twice', '{"name":"1.0.0","name":"2.0.0"}'],
    ['S35', 'a key twice, once in disguise', '{"name":"1.0.0","n\\u0061me":"2.0.0"}'],
    ['S36', 'a key that would change how objects behave', '{"__proto__":{"x":1}}'],
    ['S36', 'such a key deep inside', '{"tags":[{"constructor":{"prototype":{"x":1}}}]}'],
    ['S36', 'another such key', '{"tags":[{"prototype":{"x":1}}]}'],
    ['S36', 'such a key in disguise', '{"\\u005f_proto__":{"x":1}}'],
  ])('%s: %s is refused', async (_id, _what, body) => {
    expect(await statusOf(body)).toBe(400)
    expect(taken).toEqual([])
  })

  it.each([
    ['S35', 'twenty levels', nested(20)],
    ['S35', 'a key in each of two objects', '[{"name":"1"},{"name":"2"}]'],
    ['S36', 'such a name as a value', '{"name":"__proto__"}'],
  ])('%s: %s is taken', async (_id, _what, body) => {
    expect(await statusOf(body)).toBe(200)
    expect(taken).toEqual([JSON.parse(body)])
  })
})

it('S34: more than 64 kB is refused where no plan is sent', async () => {
  const facts = (bytes: number) => {
    const body = `{"ids":["${'x'.repeat(bytes - '{"ids":[""]}'.length)}"]}`
    return ask(`${portal.url}/api/disk-encryption-set-facts`, {
      method: 'POST',
      headers: { authorization, ...json },
      body,
    })
  }
  expect((await facts(65_537)).problem()).toMatchObject({ status: 413, code: 'PayloadTooLarge' })
  expect((await facts(65_536)).problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
})

// Alone, it would be asked of Azure, which has no such subscription.
const one = 'subscriptionId=99999999-1111-4222-8333-444444444444'
it.each([
  ['twice', `${one}&${one}`],
  ['in brackets', one.replace('=', '[x]=')],
  ['in empty brackets', one.replace('=', '[]=')],
  ['that would change how objects behave', `${one}&__proto__=1`],
  ['with another beside it', `${one}&more=1`],
])('S37: a parameter %s is refused', async (_, query) => {
  const reply = await ask(`${portal.url}/api/galleries?${query}`, { headers: { authorization } })
  expect(reply.problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
})

it.each([
  ['TRACE', '/api/subscriptions', '', 405],
  ['HEAD', '/api/disk-encryption-set-facts', '', 405],
  ['POST', '/api/image-versions', 'X-HTTP-Method-Override: PUT\r\n', 405],
  ['POST', '/api/image-versions?_method=PUT', '', 405],
  ['POST', '/api/image-versions', 'X-HTTP-Method: PUT\r\n', 405],
  ['POST', '/api/image-versions', 'X-Method-Override: PUT\r\n', 405],
  ['PATCH', '/api/image-version', '', 405],
  ['DELETE', '/api/image-versions', '', 405],
  ['FOO', '/api/subscriptions', '', 400],
])('S38: %s %s %s is not taken, and Azure hears nothing', async (method, path, headers, status) => {
  const { host } = new URL(portal.url)
  const head = `Host: ${host}\r\nOrigin: ${portal.url}\r\nAuthorization: ${authorization}\r\nConnection: close\r\n`
  const answer = await raw(portal.url, `${method} ${path} HTTP/1.1\r\n${head}${headers}Content-Length: 0\r\n\r\n`)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(portal.azure.requests).toEqual([])
})

describe('slow senders', () => {
  it('S39: have ten seconds for the headers and twenty for the whole', () => {
    expect(senderLimits).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      connectionsCheckingInterval: 1_000,
    })
  })

  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n1'],
  ])('S39: are cut off when the time for their %s is over', async (_, begun) => {
    const limits = { ...senderLimits, headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 }
    const server = await listen(() => undefined, { port: 0, host: '127.0.0.1' }, limits)
    // `raw` waits until the server hangs up
    expect(await raw(`http://127.0.0.1:${server.port}`, begun)).toMatch(/^HTTP\/1\.1 408 /)
    await server.close(0)
  })

  it('S40: those of four addresses that hold each connection there is keep nobody waiting', async () => {
    const port = Number(new URL(portal.url).port)
    const sockets: Socket[] = []
    const hold = async (localAddress: string) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress })
      sockets.push(socket)
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    }
    // the limit of 500 per address, and more
    for (const last of [2, 3, 4, 5]) await Promise.all(Array.from({ length: 520 }, () => hold(`127.0.0.${last}`)))
    const isOpen = ({ destroyed, readyState }: Socket) => !destroyed && readyState === 'open'
    const openOf = (last: number) => sockets.filter((each) => isOpen(each) && each.localAddress === `127.0.0.${last}`)
    for (const last of [2, 3, 4, 5]) await expect.poll(() => openOf(last).length).toBeLessThanOrEqual(500)
    // of 2,000; a few are those of tests before this one
    await expect.poll(() => sockets.filter(isOpen).length).toBeLessThanOrEqual(2_000)
    expect(sockets.filter(isOpen).length).toBeGreaterThan(1_980)

    const begun = performance.now()
    for (let time = 0; time < 20; time += 1)
      expect(await ask(`${portal.url}/livez`)).toMatchObject({ status: 200, body: 'ok\n' })
    // a twentieth of what they are cut off after
    expect((performance.now() - begun) / 20).toBeLessThan(500)
    for (const socket of sockets) socket.destroy()
  }, 60_000)
})

it.each([
  ['a length and chunks', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['two lengths', 'Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx'],
  ['a line that ends without a return', 'X-One: 1\nX-Two: 2\r\n\r\n'],
  ['a space before the colon', 'Content-Length : 1\r\n\r\nx'],
  ['chunks by another name', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
])('S41: %s: 400, and the connection is closed', async (_, rest) => {
  const answer = await raw(
    portal.url,
    `POST /api/subscriptions HTTP/1.1\r\nHost: x\r\n${rest}GET /livez HTTP/1.1\r\n\r\n`,
  )
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400'])
})

it('an address of more than 8 kB, and headers of more than 16 kB, are refused', async () => {
  const long = await ask(`${portal.url}/api/subscriptions?x=${'x'.repeat(8_200)}`, { headers: { authorization } })
  expect(long.problem()).toMatchObject({ status: 414, code: 'AddressTooLong' })
  expect(await raw(portal.url, `GET /livez HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  )
})
