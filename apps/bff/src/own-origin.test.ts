import { expect, it } from 'vitest'
import { createApp } from './app.ts'
import { registration } from './auth/testing.ts'
import { publicAzure } from './cloud.ts'
import { createLogger } from './log.ts'
import { listen } from './server.ts'
import { ask, noLimits } from './testing.ts'

// Behind a proxy that ends TLS: the origin that browsers name is not the one that the request is sent to.

it.each([
  ['https://images.contoso.com', 401, 'SignInRequired'],
  ['http://images.contoso.com', 403, 'CrossSiteRequest'],
  ['https://images.contoso.com:4280', 403, 'CrossSiteRequest'],
  ['that of the server', 403, 'CrossSiteRequest'],
])('a portal at https://images.contoso.com has a write from %s answered with %i', async (origin, status, code) => {
  const app = createApp({
    cloud: publicAzure(['t1']),
    registration,
    publicOrigin: 'https://images.contoso.com',
    requestsPerSecond: noLimits,
    logger: createLogger('silent'),
  })
  const server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${server.port}`
  const reply = await ask(`${url}/api/image-versions`, {
    method: 'PUT',
    headers: { origin: origin.startsWith('http') ? origin : url },
  })
  await server.close(0)
  await app.close()
  expect(reply.problem()).toMatchObject({ status, code })
})
