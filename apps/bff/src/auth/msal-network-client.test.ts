import { expect, it } from 'vitest'
import { listen } from '../server/server.ts'
import { msalNetworkClient, type Answer } from './msal-network-client.ts'

it('tells each answer with its pause, and of a request without one that there was none', async () => {
  const server = await listen(
    (request, response) => {
      if (request.url === '/broken') response.destroy()
      else response.writeHead(429, { 'retry-after': '7' }).end('{}')
    },
    { port: 0, host: '127.0.0.1' },
  )
  const address = `http://127.0.0.1:${server.port}`
  let last: Answer | undefined
  const client = msalNetworkClient((answer) => (last = answer))
  try {
    await client.sendGetRequestAsync(`${address}/discovery`)
    expect(last).toEqual({ status: 429, retryAfter: '7' })
    await expect(client.sendPostRequestAsync(`${address}/broken`)).rejects.toThrow('other side closed')
    expect(last).toBeUndefined()
  } finally {
    await server.close(0)
  }
})
