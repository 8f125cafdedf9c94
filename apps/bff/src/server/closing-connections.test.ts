import { once } from 'node:events'
import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { holdable } from './closing-connections.ts'
import { listen } from './server.ts'

const ask = async (port: number, agent: Agent): Promise<IncomingMessage> => {
  const sent = request({ port, host: '127.0.0.1', agent }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  await response.resume().toArray()
  return response
}

it('L7: twenty who ask again and again on connections that are kept hear of the end, and lose no request', async () => {
  let answered = 0
  const server = await listen((_, response) => response.end(String((answered += 1))), { port: 0, host: '127.0.0.1' })
  const askedUntilEnd = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let asked = 1; ; asked += 1) {
      const { statusCode, headers } = await ask(server.port, agent)
      if (statusCode !== 200) throw new Error(`answered ${statusCode}`)
      if (headers.connection === 'close') return asked
      if (asked === 20) server.drain()
      if (asked > 1_000) return 'never told'
    }
  }
  const asked = await Promise.all(Array.from({ length: 20 }, askedUntilEnd))
  await server.close(0)
  expect(asked).not.toContain('never told')
  expect(asked.reduce((sum: number, each) => sum + Number(each), 0)).toBe(answered)
})

it('L7: a request that was begun before the end is announced is answered, and told of it', async () => {
  const begun = Promise.withResolvers<ServerResponse>()
  const server = await listen((_, response) => begun.resolve(response), { port: 0, host: '127.0.0.1' })
  const reply = ask(server.port, new Agent({ keepAlive: true }))
  const response = await begun.promise
  server.drain()
  response.end()
  expect((await reply).headers.connection).toBe('close')
  await server.close(0)
})

it('L7: requests on connections that still wait to be accepted when the server closes are answered', async () => {
  const server = await listen((_, response) => response.end('ok'), { port: 0, host: '127.0.0.1' })
  const sockets = Array.from({ length: 100 }, () => connect(server.port, '127.0.0.1'))
  const answers = sockets.map(async (socket) => {
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    return Buffer.concat((await socket.toArray().catch(() => [])) as Buffer[]).toString()
  })
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  await server.close(1_000)
  const statuses = (await Promise.all(answers)).map((answer) => answer.slice(0, 'HTTP/1.1 200'.length))
  expect(statuses).toEqual(Array<string>(100).fill('HTTP/1.1 200'))
})

it('requests that were held are handled once, in their order', () => {
  const handled: string[] = []
  const { handler, hold, release } = holdable(({ url = '' }) => handled.push(url))
  const send = (url: string) => handler({ url } as IncomingMessage, {} as Parameters<typeof handler>[1])
  hold()
  send('/1')
  send('/2')
  expect(handled).toEqual([])
  release()
  send('/3')
  expect(handled).toEqual(['/1', '/2', '/3'])
})
