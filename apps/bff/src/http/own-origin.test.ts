import { azureClouds } from '@portal/arm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { cloudOf } from '../cloud.ts'
import { listen, type Listening } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { registration } from '../testing/auth.ts'
import { ask, noLimits } from '../testing/portal.ts'

// Behind a proxy that ends TLS: the origin that browsers name is not the one that the request is sent to.

const app = createApp({
  cloud: cloudOf(azureClouds.AzureCloud, ['t1']),
  registration,
  publicOrigin: 'https://images.contoso.com',
  requestsPerSecond: noLimits,
  logger: createLogger('silent'),
})
let server: Listening
let url: string

beforeAll(async () => {
  server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${server.port}`
})
afterAll(async () => {
  await server.close(0)
  await app.close()
})

it.each([
  ['https://images.contoso.com', 401, 'SignInRequired'],
  ['http://images.contoso.com', 403, 'CrossSiteRequest'],
  ['https://images.contoso.com:4280', 403, 'CrossSiteRequest'],
  ['that of the server', 403, 'CrossSiteRequest'],
])('a portal at https://images.contoso.com has a write from %s answered with %i', async (origin, status, code) => {
  const headers = { origin: origin.startsWith('http') ? origin : url }
  const reply = await ask(`${url}/api/image-versions`, { method: 'PUT', headers })
  expect(reply.problem()).toMatchObject({ status, code })
})

it.each(['GET', 'HEAD'])('%s changes nothing, so it may come from anywhere', async (method) => {
  const { status } = await fetch(`${url}/api/configuration`, { method, headers: { origin: 'https://evil.example' } })
  expect(status).toBe(200)
})
