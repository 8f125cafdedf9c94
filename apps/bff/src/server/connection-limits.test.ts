import { EventEmitter, once } from 'node:events'
import { request, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '../telemetry/log.ts'
import { summedLines } from '../telemetry/summed-lines.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { limitConnections, type ConnectionLimits } from './connection-limits.ts'
import { listen, type Listening } from './server.ts'

// Linux answers on all of 127.0.0.0/8, so each sender can have its own address.

let server: Listening
let sockets: Socket[] = []
let log: string[] = []

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await server.close(0)
})

async function start(over: Partial<ConnectionLimits>): Promise<void> {
  sockets = []
  log = []
  const lines = summedLines(createLogger('warn', { write: (line) => void log.push(line) }), noTelemetry)
  const connections = { most: 40, ofAddress: 10, trustProxy: 0, lines, ...over }
  server = await listen((_, response) => response.end('ok'), { port: 0, host: '0.0.0.0', connections })
}

/** Half a request from each of so many connections. */
async function halfRequests(count: number, localAddress: string): Promise<Socket[]> {
  const begun = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect({ port: server.port, host: '127.0.0.1', localAddress })
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')
      return socket
    }),
  )
  sockets.push(...begun)
  return begun
}

/** The response to a sender at that address, on its own connection. */
function statusAt(localAddress: string): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const sent = request({ port: server.port, host: '127.0.0.1', localAddress, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', (error) => resolve('code' in error ? String(error.code) : error.name))
    sent.end()
  })
}

const isOpen = ({ destroyed, readyState }: Socket) => !destroyed && readyState === 'open'

describe('the connections of one address', () => {
  it('beyond its share are closed, and those of others are answered', async () => {
    await start({})
    const begun = await halfRequests(60, '127.0.0.1')
    await expect.poll(() => begun.filter(isOpen).length).toBe(10)
    expect(await statusAt('127.0.0.1')).toBe('ECONNRESET')
    expect(await statusAt('127.0.0.2')).toBe(200)
    expect(log.filter((line) => line.includes('"event":"connections-refused"'))).toEqual([
      expect.stringContaining('"address":"127.0.0.1"'),
    ])
  })

  it('have room again once some have ended', async () => {
    await start({})
    const begun = await halfRequests(10, '127.0.0.1')
    expect(await statusAt('127.0.0.1')).toBe('ECONNRESET')
    for (const socket of begun) socket.destroy()
    await expect.poll(() => statusAt('127.0.0.1')).toBe(200)
  })

  it.each([
    ['the number of proxies', 1],
    ['their addresses', ['127.0.0.0/8']],
  ])('are everybody’s where it is a proxy’s, by %s', async (_, trustProxy) => {
    await start({ trustProxy })
    const begun = await halfRequests(30, '127.0.0.1')
    expect(await statusAt('127.0.0.1')).toBe(200)
    expect(begun.filter(isOpen)).toHaveLength(30)
  })
})

it('where many addresses hold all connections, a further one takes the place of the oldest of whoever has the most', async () => {
  await start({ most: 30 })
  const greedy = await halfRequests(10, '127.0.0.1')
  for (const [address, count] of [
    ['127.0.0.2', 9],
    ['127.0.0.3', 9],
    ['127.0.0.4', 2],
  ] as const)
    await halfRequests(count, address)
  expect(await statusAt('127.0.0.5')).toBe(200)
  await expect.poll(() => greedy.filter(isOpen).length).toBe(9)
  expect(sockets.filter(isOpen)).toHaveLength(29)
})

it.each([
  ['two addresses of one /64', ['2001:db8:1:2:3::1', '2001:db8:1:2:4::1'], 1],
  ['two of different ones', ['2001:db8:1:2:3::1', '2001:db8:1:3:3::1'], 2],
  ['two of IPv4, as a server of both is told them', ['::ffff:192.0.2.1', '::ffff:192.0.2.2'], 2],
])('%s', async (_, addresses, open) => {
  await start({})
  const accepting = new EventEmitter() as Server
  limitConnections(accepting, { most: 10, ofAddress: 1, trustProxy: 0 })
  const accepted = addresses.map((remoteAddress, remotePort) =>
    Object.assign(new Duplex(), { remoteAddress, remotePort }),
  )
  for (const socket of accepted) accepting.emit('connection', socket)
  expect(accepted.filter(({ destroyed }) => !destroyed)).toHaveLength(open)
})
