import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listen, type Listening } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { summedLines } from '../telemetry/summed-lines.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { azureGate } from './azure-gate.ts'

const portal = 'http://localhost:4280'

let behind: Server
let isUp: boolean
let gate: Listening
let url: string
let end: () => void
let log: unknown[]

/** A gate in front of a server that answers with the request it got; it never answers /hang. */
beforeEach(async () => {
  behind = createServer((request, response) => {
    if (request.url === '/hang') return
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }))
    })
  }).listen(0, '127.0.0.1')
  await once(behind, 'listening')
  isUp = true
  await open({})
})
afterEach(close)

async function close(): Promise<void> {
  end()
  await gate.close(0)
  behind.closeAllConnections()
  behind.close()
}

async function open(options: { publicOrigin?: string; trustProxy?: number }): Promise<void> {
  const address = behind.address() as AddressInfo
  const azure = { url: `http://127.0.0.1:${address.port}`, isUp: () => isUp }
  log = []
  const logger = createLogger('warn', { write: (line) => void log.push(JSON.parse(line)) })
  const { handler, close: letGo } = azureGate({
    azure: () => azure,
    lines: summedLines(logger, noTelemetry),
    publicOrigin: options.publicOrigin,
    portalOrigin: () => portal,
    trustProxy: options.trustProxy ?? 0,
  })
  end = letGo
  gate = await listen(handler, { port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${gate.port}`
}

it('hands a request on as it is, with where it comes from, which no sender says itself', async () => {
  const forged = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
  const answer = await fetch(`${url}/a/%2F/b?c=d`, {
    method: 'PUT',
    body: '{"a":1}',
    headers: { ...forged, 'x-other': 'kept' },
  })
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    {
      method: 'PUT',
      url: '/a/%2F/b?c=d',
      body: '{"a":1}',
      headers: {
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-host': `127.0.0.1:${gate.port}`,
        'x-forwarded-proto': 'http',
        'x-other': 'kept',
      },
    },
  ])
})

it('behind a proxy that it trusts, names the proxy’s client and the origin that browsers see', async () => {
  end()
  await gate.close(0)
  await open({ publicOrigin: 'https://azure.demo.example', trustProxy: 1 })
  const answer = await fetch(url, { headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' } })
  expect(await answer.json()).toMatchObject({
    headers: {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'azure.demo.example',
      'x-forwarded-proto': 'https',
    },
  })
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
})

it('lets who comes while Azure is started again wait for it', async () => {
  isUp = false
  const answer = fetch(url)
  await new Promise(setImmediate)
  isUp = true
  expect((await answer).status).toBe(200)
})

it('D07: says in the language of the page that Azure is restarting, and has it loaded again', async () => {
  const asked = fetch(`${url}/hang`, { headers: { accept: 'text/html', 'accept-language': 'it-IT,it' } })
  await once(behind, 'request')
  behind.closeAllConnections()
  const answer = await asked
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await answer.text()).toMatch(/<html lang="it">[\s\S]*http-equiv="refresh"[\s\S]*non rispondeva/)
})

it('D07: says it to the pages of the portal, and to nobody else’s', async () => {
  const answers = []
  for (const origin of [portal, 'https://evil.example']) {
    const asked = fetch(`${url}/hang`, { method: 'POST', headers: { origin } })
    await once(behind, 'request')
    behind.closeAllConnections()
    const answer = await asked
    answers.push([answer.status, answer.headers.get('access-control-allow-origin'), await answer.json()])
  }
  const body = { error: { code: 'ServerUnavailable' } }
  expect(answers).toMatchObject([
    [503, portal, body],
    [503, null, body],
  ])
})

describe('senders of half a body', () => {
  let sockets: Socket[]
  beforeEach(() => void (sockets = []))
  afterEach(() => {
    vi.useRealTimers()
    for (const socket of sockets) socket.destroy()
  })

  /** The first byte of so many forms of 1,000 bytes; returns what is answered. */
  async function halfForms(count: number, localAddress: string, origin = ''): Promise<string[]> {
    const answers: string[] = []
    const send = async () => {
      const socket = connect({ port: gate.port, host: '127.0.0.1', localAddress })
      sockets.push(socket)
      socket.on('error', () => undefined).once('data', (answer: Buffer) => answers.push(answer.toString()))
      await once(socket, 'connect')
      const head = `POST /organizations/oauth2/v2.0/token HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\n`
      socket.write(`${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ng`)
    }
    await Promise.all(Array.from({ length: count }, send))
    return answers
  }

  it('D10: 900 at two addresses keep nobody from signing in', async () => {
    await Promise.all(['127.0.0.2', '127.0.0.3'].map((address) => halfForms(450, address)))
    const answer = await fetch(url, { method: 'POST', body: 'grant_type=x', signal: AbortSignal.timeout(5_000) })
    expect([answer.status, await answer.json()]).toMatchObject([200, { body: 'grant_type=x' }])
  })

  it('D10: have 64 requests at once at an address, and the log says which address it is', async () => {
    const answers = await halfForms(70, '127.0.0.2', portal)
    await expect.poll(() => answers.length).toBe(6)
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 429 [\s\S]*retry-after: [\s\S]*TooManyRequests/i)
    expect(answers[0]?.toLowerCase()).toContain(`access-control-allow-origin: ${portal}`)
    expect(log).toEqual([expect.objectContaining({ event: 'rate-limited', address: '127.0.0.2' })])
  })

  it('have room again once they have gone', async () => {
    const answers = await halfForms(65, '127.0.0.2')
    await expect.poll(() => answers.length).toBe(1)
    const status = async () => {
      const asked = get({ port: gate.port, host: '127.0.0.1', localAddress: '127.0.0.2', agent: false })
      const [{ statusCode }] = (await once(asked, 'response')) as [IncomingMessage]
      return statusCode
    }
    expect(await status()).toBe(429)
    for (const socket of sockets) socket.destroy()
    await expect.poll(status).toBe(200)
  })

  it('D10: have five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const answers = await halfForms(1, '127.0.0.2')
    await vi.waitUntil(() => vi.getTimerCount() > 0)
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()
    await expect.poll(() => answers).toEqual([expect.stringMatching(/^HTTP\/1\.1 408 [\s\S]*RequestTimeout/)])
  })
})

it('passes on a large body while it arrives', async () => {
  const body = 'x'.repeat(3 * 1024 ** 2)
  const answer = await fetch(url, { method: 'PUT', body })
  expect(await answer.json()).toMatchObject({ method: 'PUT', body })
})
