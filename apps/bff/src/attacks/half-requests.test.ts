import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../testing/portal.ts'

// Users who hold requests open, by sending half of a body or by waiting for Azure. Linux answers on all of 127.0.0.0/8,
// so each sender can have an address of their own.

let portal: TestPortal
let sockets: Socket[]
let ada: SignedIn
let ben: SignedIn

beforeEach(async () => {
  sockets = []
  portal = await startTestPortal()
  ada = await portal.as('ada@contoso.example')
  ben = await portal.as('ben@contoso.example')
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await portal.close()
})

/** Sends so many requests with the first byte of a body of 1,000; returns the statuses of those answered so far. */
async function halfRequests(count: number, { token }: SignedIn, localAddress: string): Promise<number[]> {
  const { host, port } = new URL(portal.url)
  const head = `Host: ${host}\r\nOrigin: ${portal.url}\r\nAuthorization: Bearer ${token}\r\n`
  const body = 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{'
  const answered: number[] = []
  const send = async () => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress })
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.once('data', (answer: Buffer) => answered.push(Number(/^HTTP\/1\.1 (\d+)/.exec(answer.toString())?.[1])))
    await once(socket, 'connect')
    socket.write(`POST /api/disk-encryption-set-facts HTTP/1.1\r\n${head}${body}`)
  }
  await Promise.all(Array.from({ length: count }, send))
  return answered
}

it('S47: 360 half requests of one user keep nobody out, and not even themselves', async () => {
  const answered = await halfRequests(360, ada, '127.0.0.2')
  // more than the 256 requests at once of all
  await expect.poll(() => answered.length).toBeGreaterThanOrEqual(104)
  expect((await ben.get('/api/subscriptions')).status).toBe(200)
  expect((await ada.get('/api/subscriptions')).status).toBe(200)
})

it('S47: a user whose requests wait for Azure has a share of the places, and then a time to come again', async () => {
  // as many as Azure is asked for one user at once
  const held = Array.from({ length: 6 }, () => portal.azure.faults.hold({ method: 'GET', path: /^\/subscriptions$/ }))
  const refused: Reply[] = []
  const ask = async () => {
    const reply = await ada.get('/api/subscriptions')
    if (reply.status === 429) refused.push(reply)
    return reply.status
  }
  const asked = Array.from({ length: 300 }, ask)
  await Promise.all(held.map(({ arrived }) => arrived))
  await expect.poll(() => refused.length).toBe(300 - 32)
  expect(refused[0]?.problem()).toMatchObject({ code: 'TooManyRequests', retryAt: expect.any(String) as string })
  expect((await ben.get('/api/directories')).status).toBe(200)
  for (const { release } of held) release()
  expect(await Promise.all(asked)).toContain(200)
})
