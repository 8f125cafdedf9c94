import { endpoint } from '@portal/portal-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { createApp, type App } from '../app.ts'
import { demoCloud } from '../demo/demo-cloud.ts'
import { listen, type Listening } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { registration } from '../testing/auth.ts'
import { ask, noLimits } from '../testing/portal.ts'
import { publicRoute } from './route.ts'

// What a handler answers leaves only as its endpoint's schema says.

const named = z.strictObject({ name: z.string(), level: z.optional(z.number()) })
const strict = endpoint({ method: 'GET', path: '/api/strict', request: z.strictObject({}), response: named })
const loose = endpoint({
  method: 'GET',
  path: '/api/loose',
  request: z.strictObject({}),
  response: z.array(z.object({ name: z.string() })),
})

let answer: { name: string }
let app: App
let server: Listening
beforeEach(async () => {
  app = createApp({
    cloud: demoCloud('http://127.0.0.1:1'),
    registration,
    logger: createLogger('silent'),
    requestsPerSecond: noLimits,
    moreRoutes: () => [publicRoute(strict, () => answer), publicRoute(loose, () => [answer])],
  })
  server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
})
afterEach(async () => {
  await server.close(0)
  await app.close()
})

const get = (path: string) => ask(`http://127.0.0.1:${server.port}${path}`)
const andMore = (more: object) => Object.assign({ name: 'one' }, more)

it('an answer that fits leaves as it is', async () => {
  answer = andMore({ level: 1 })
  expect(await get('/api/strict')).toMatchObject({ status: 200, body: { name: 'one', level: 1 } })
})

it.each([{ token: 'secret' }, { level: 'secret' }, { name: { secret: 1 } }])(
  'an answer with %o is an error, and says nothing of it',
  async (more) => {
    answer = andMore(more)
    const { status, body } = await get('/api/strict')
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('secret')
  },
)

it('what a schema does not name is left out where it is no error', async () => {
  answer = andMore({ token: 'secret' })
  const { status, body } = await get('/api/loose')
  expect({ status, body }).toEqual({ status: 200, body: [{ name: 'one' }] })
})
