import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressNetwork } from '../sandboxes/client-address.ts'
import { startAzureSimulator } from '../simulator.ts'
import { countConnections } from './sender-limits.ts'

async function anImpatientSimulator() {
  const simulator = await startAzureSimulator({ senderLimits: { headers: 200, request: 400, idle: 200 } })
  return { port: Number(new URL(simulator.url).port), [Symbol.asyncDispose]: () => simulator.close() }
}

/** What came back until the connection was closed by the other end. */
async function answerTo(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.on('error', () => {})
  if (text !== '') socket.write(text)
  await once(socket, 'close')
  return answer
}

describe('a sender', () => {
  it.each([
    ['of nothing', '', ''],
    ['of headers without an end', 'GET / HTTP/1.1\r\nhost: x\r\n', 'HTTP/1.1 408'],
    [
      'of a form without an end',
      'POST /organizations/oauth2/v2.0/token HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\ngrant',
      'HTTP/1.1 408',
    ],
    ['of a request and nothing after it', 'GET /metadata/endpoints HTTP/1.1\r\nhost: x\r\n\r\n', 'HTTP/1.1 200'],
  ])('%s is cut off in time', async (_, text, answer) => {
    await using simulator = await anImpatientSimulator()
    expect((await answerTo(simulator.port, text)).startsWith(answer)).toBe(true)
  })

  it('has so many connections of one address, and more once some are closed', async () => {
    const server = createServer((_, response) => response.end())
    countConnections(server, 2, () => 'one network')
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const open = async (): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      await once(socket, 'connect')
      return socket
    }
    const [one, other, third] = [await open(), await open(), await open()]
    await once(third, 'close')
    one.destroy()
    await once(one, 'close')
    await expect
      .poll(() => new Promise<number>((resolve) => server.getConnections((__, count) => resolve(count))))
      .toBe(1)
    expect((await open()).destroyed).toBe(false)
    server.closeAllConnections()
    other.destroy()
    server.close()
  })

  it('of IPv6 is known by the network, and this machine by none', () => {
    expect(addressNetwork('2001:db8::1')).toBe(addressNetwork('2001:db8::ffff:1'))
    expect(addressNetwork('2001:db8::1')).not.toBe(addressNetwork('2001:db8:0:1::1'))
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(addressNetwork)).toEqual([undefined, undefined, undefined])
  })
})
