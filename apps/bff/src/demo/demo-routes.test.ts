import { azureClouds } from '@portal/arm'
import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { listScenarios, scenarioId } from '@portal/portal-api'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { cloudOf } from '../cloud.ts'
import { defaultRequestsPerSecond } from '../http/rate-limits.ts'
import { listen } from '../server/server.ts'
import { createLogger } from '../telemetry/log.ts'
import { ask, startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

describe('the controls of a demonstration', () => {
  let portal: TestPortal
  let asAda: SignedIn
  beforeEach(async () => {
    portal = await startTestPortal()
    asAda = await portal.as('ada@contoso.example')
  })
  afterEach(() => portal.close())

  const group =
    '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
  const definition = `${group}/galleries/contosoGallery/images/ubuntu-web`
  const plan = {
    ...blankPlan(definition),
    name: '3.0.0',
    location: 'westus',
    source: { type: 'ManagedImage', id: `${group}/images/myImage` },
    targetRegions: [blankTargetRegion('westus')],
  }
  const create = () => asAda.send('PUT', '/api/image-versions', plan)
  const readVersion = () => asAda.get('/api/image-version', { id: `${definition}/versions/3.0.0` })

  it('tell who is there and who asks', async () => {
    const { status, body } = await asAda.get('/api/demo')
    expect(status).toBe(200)
    const ada = portal.azure.world.users.find(({ displayName }) => displayName.startsWith('Ada'))
    expect(body).toMatchObject({
      me: ada?.id,
      clock: { rate: null, now: new Date(portal.clock.now()).toISOString() },
      underWay: 0,
    })
    expect(body).toHaveProperty('people.length', portal.azure.world.users.length)
  })

  it('finish what is under way', async () => {
    await create()
    expect((await asAda.get('/api/demo')).body).toMatchObject({ underWay: 1 })
    expect((await asAda.send('POST', '/api/demo/finish', {})).body).toMatchObject({ underWay: 0 })
    expect((await readVersion()).body).toMatchObject({ provisioningState: 'Succeeded' })
  })

  it('put back what was there at the beginning', async () => {
    await create()
    expect((await readVersion()).status).toBe(200)
    expect((await asAda.send('POST', '/api/demo/reset', {})).status).toBe(200)
    expect((await readVersion()).problem()).toMatchObject({ code: 'NotFoundInAzure' })
  })

  it('go back to a saved state', async () => {
    const saved = await asAda.get('/api/demo/saved-world')
    expect(saved.body).toMatchObject({ format: 'simulated-azure-world', clock: { now: portal.clock.now() } })
    await create()
    portal.clock.advance(60_000)
    const open = (file: unknown) => asAda.send('PUT', '/api/demo/saved-world', { file: JSON.stringify(file) })
    expect((await open({ ...(saved.body as object), removed: ['x'] })).problem()).toMatchObject({
      status: 400,
      code: 'RefusedByAzure',
      azure: { code: 'InvalidWorld' },
    })
    expect((await readVersion()).status).toBe(200)
    expect((await open(saved.body)).status).toBe(200)
    expect((await readVersion()).problem()).toMatchObject({ code: 'NotFoundInAzure' })
    expect((await asAda.send('PUT', '/api/demo/saved-world', { file: 'no JSON' })).problem()).toMatchObject({
      code: 'InvalidRequest',
    })
  })

  it('say so where the clock is moved by hand', async () => {
    const reply = await asAda.send('PUT', '/api/demo/clock', { rate: 10 })
    expect(reply.problem()).toMatchObject({ code: 'RefusedByAzure' })
  })

  it('are for who has signed in', async () => {
    expect((await ask(`${portal.url}/api/demo`)).problem()).toMatchObject({ code: 'SignInRequired' })
  })

  it('name the same scenarios as the simulated Azure', async () => {
    const { body } = await asAda.get('/api/demo/scenarios')
    const ids = listScenarios.response.parse(body).map(({ id }) => id)
    expect(ids.toSorted()).toEqual([...scenarioId.options].toSorted())
  })
})

describe('a portal on the real Azure', () => {
  const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
  const app = createApp({
    cloud: cloudOf(azureClouds.AzureCloud, [tenantId]),
    registration: {
      tenantIds: [tenantId],
      portalClientId: '0e0e0e0e-1111-4222-8333-444444444444',
      api: {
        clientId: '0d0d0d0d-1111-4222-8333-444444444444',
        scope: 'api://0d0d0d0d-1111-4222-8333-444444444444/access_as_user',
        credential: { type: 'secret', clientSecret: 'never sent' },
      },
    },
    logger: createLogger('silent'),
    publicOrigin: 'https://images.contoso.com',
    requestsPerSecond: defaultRequestsPerSecond,
  })
  afterAll(() => app.close())

  it.each(
    ['', '/clock', '/finish', '/reset', '/advance', '/key', '/rehearsal', '/scenarios', '/scenarios/key'].map(
      (path) => `/api/demo${path}`,
    ),
  )('has nothing at %s', async (path) => {
    const server = await listen(app.handler, { port: 0, host: '127.0.0.1' })
    const reply = await ask(`http://127.0.0.1:${server.port}${path}`)
    await server.close(0)
    expect(reply.problem()).toMatchObject({ status: 404, code: 'NotFound' })
    expect(reply.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
  })
})
