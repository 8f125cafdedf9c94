import { once } from 'node:events'
import { createServer } from 'node:http'
import { deploymentExporters, versionEventsDeployment } from '@portal/code'
import { publicCloud } from '@portal/disk-encryption/testing'
import type { VersionEvents } from '@portal/gallery'
import { getStoredImageVersion } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../azure/arm/arm-request.ts'
import { testAzureSession } from '../testing/azure-session.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup`
const imageDefinitionId = `${group}/providers/Microsoft.Compute/galleries/contosoGallery/images/ubuntu-web`
const idOf = (name: string) => `${imageDefinitionId}/versions/${name}`
const events: VersionEvents = {
  imageDefinitionId,
  name: 'web-versions',
  destination: 'WebHook',
  resourceId: '',
  queueName: '',
  includesFailures: false,
}
const endpointUrl = 'https://hooks.contoso.example/versions?code=canary'

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const read = async (user = asAda) => (await user.get('/api/version-events', { imageDefinitionId })).body
const create = (more: Partial<VersionEvents> = {}, url = endpointUrl) =>
  asAda.send('PUT', '/api/version-events', { events: { ...events, ...more }, endpointUrl: url })

describe('an event subscription to the versions of a definition', () => {
  it('is created by one deployment, listed without its secret, and deleted', async () => {
    expect(await read()).toEqual({ subscriptions: [], mayCreate: 'allowed' })
    expect((await create()).status).toBe(200)
    expect(await read()).toMatchObject({ creation: { state: 'Running' } })
    portal.clock.advance(60_000)
    expect(await read()).toEqual({
      subscriptions: [
        {
          name: 'web-versions',
          destination: 'WebHook',
          target: 'https://hooks.contoso.example/versions',
          state: 'Succeeded',
        },
      ],
      creation: { state: 'Succeeded' },
      mayCreate: 'allowed',
    })
    expect([...portal.log, ...portal.audit].join('\n')).not.toContain('canary')
    const gone = { imageDefinitionId, name: 'web-versions' }
    expect((await asAda.send('DELETE', '/api/version-events', gone)).status).toBe(200)
    expect(await read()).toMatchObject({ subscriptions: [] })
    const elsewhere = { ...gone, name: '../web' }
    expect((await asAda.send('DELETE', '/api/version-events', elsewhere)).status).toBe(400)
  })

  it('shows why Azure did not create it', async () => {
    portal.azure.world.store.put({
      id: `${group}/providers/Microsoft.Authorization/locks/still`,
      type: 'Microsoft.Authorization/locks',
      name: 'still',
      location: '',
      properties: { level: 'ReadOnly' },
    })
    expect((await create()).problem()).toMatchObject({ status: 409 })
  })

  it.each<[string, Partial<VersionEvents>, string]>([
    ['a webhook over http', {}, 'http://hooks.contoso.example'],
    ['a queue without its account', { destination: 'StorageQueue', queueName: 'versions' }, ''],
    ['a name with a slash', { name: 'web/versions' }, endpointUrl],
  ])('is not sent for %s', async (_, more, url) => {
    expect((await create(more, url)).problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
  })

  it('can be created by nobody who only reads', async () => {
    expect(await read(await portal.as('rita@contoso.example'))).toMatchObject({ mayCreate: 'forbidden' })
  })
})

it('tells a listener on this machine when a version is created, and when latest changes', async () => {
  const received: unknown[] = []
  const validation = z.object({ data: z.object({ validationCode: z.optional(z.string()) }) })
  await using listener = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const [event]: unknown[] = z.array(z.unknown()).parse(JSON.parse(text))
      received.push(event)
      response.end(JSON.stringify({ validationResponse: validation.parse(event).data.validationCode }))
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = z.object({ port: z.number() }).parse(listener.address())

  // The code as it is exported; only its secure parameter is of this machine.
  await using session = await testAzureSession(portal.azure, 'ada@contoso.example')
  const { text } = deploymentExporters.ArmTemplate(versionEventsDeployment(events), publicCloud)
  const template: unknown = JSON.parse(text)
  const parameters = { endpointUrl: { value: `http://127.0.0.1:${address.port}/` } }
  const url = (id: string, version: string) => armUrl(id, { 'api-version': version })
  const deployment = url(`${group}/providers/Microsoft.Resources/deployments/exported`, '2024-11-01')
  await session.azure.send({
    method: 'PUT',
    url: deployment,
    body: { properties: { mode: 'Incremental', template, parameters } },
  })
  const later = async () => {
    portal.clock.advance(3_600_000)
    return session.azure.send({ method: 'GET', url: deployment })
  }
  portal.clock.advance(5000)
  await read()
  await expect.poll(() => received.length).toBe(1)
  await expect.poll(() => read()).toMatchObject({ subscriptions: [{ state: 'Succeeded' }] })

  const { version, fingerprint } = z.parse(
    getStoredImageVersion.response,
    (await asAda.get('/api/stored-image-version', { id: idOf('1.1.0') })).body,
  )
  const { location, properties } = version
  await session.azure.send({ method: 'PUT', url: url(idOf('2.0.0'), '2025-03-03'), body: { location, properties } })
  await later()
  await expect.poll(() => received.length).toBe(2)

  const changed = await asAda.send('PUT', '/api/latest-changes', {
    kind: 'RollBack',
    imageVersionId: idOf('1.1.0'),
    regions: ['westus'],
    excludesPredecessor: false,
    seen: [
      {
        id: idOf('2.0.0'),
        fingerprint: z.parse(
          getStoredImageVersion.response,
          (await asAda.get('/api/stored-image-version', { id: idOf('2.0.0') })).body,
        ).fingerprint,
      },
    ],
  })
  expect([changed.status, fingerprint.length]).toEqual([200, 64])
  await later()
  await later()
  await expect.poll(() => received.length).toBe(3)
  expect(received.slice(1)).toMatchObject([
    { eventType: 'Microsoft.Resources.ResourceWriteSuccess', subject: idOf('2.0.0'), topic: group },
    { eventType: 'Microsoft.Resources.ResourceWriteSuccess', subject: idOf('2.0.0') },
  ])
})
