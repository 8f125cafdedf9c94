import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { isJsonObject, textAt, type JsonObject } from '../../json.ts'
import type { SimulatorOptions } from '../../simulator.ts'
import { startedAzure, type StartedAzure } from '../../testing/azure.ts'
import { image } from '../../testing/versions.ts'
import { eventsOf } from './event-queue.ts'

/** A webhook on this machine: it answers `answer` of what it gets, and keeps it. */
async function aWebhook(answer: (event: JsonObject, times: number) => { status: number; body?: object }) {
  const events: JsonObject[] = []
  const waiting: (() => void)[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const parsed: unknown = JSON.parse(text)
      const event: unknown = Array.isArray(parsed) ? parsed[0] : undefined
      if (!isJsonObject(event)) throw new Error('No event')
      const { status, body = {} } = answer(event, events.push(event))
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      response.on('close', () => waiting.splice(0).forEach((seen) => seen()))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/events?code=secret`,
    events,
    /** once so many have arrived */
    async has(count: number) {
      while (events.length < count) await new Promise<void>((seen) => waiting.push(seen))
    },
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

const echoes = (event: JsonObject) => ({
  status: 200,
  body: { validationResponse: textAt(event, 'data', 'validationCode') },
})

async function aGallery(options: Omit<SimulatorOptions, 'clock'> = {}) {
  const azure = await startedAzure(options)
  const arm = await azure.asOwner()
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const definition = azure.compute('galleries/contosoGallery/images/ubuntu-web')
  const subscription = `${group}/providers/Microsoft.EventGrid/eventSubscriptions/versions`
  return {
    azure,
    arm,
    group,
    definition,
    subscription,
    subscribe: (endpointUrl: string, filter: JsonObject = {}) =>
      arm('PUT', subscription, {
        properties: {
          destination: { endpointType: 'WebHook', properties: { endpointUrl } },
          filter: {
            subjectBeginsWith: `${definition.toUpperCase()}/versions/`,
            includedEventTypes: [
              'Microsoft.Resources.ResourceWriteSuccess',
              'Microsoft.Resources.ResourceDeleteSuccess',
            ],
            ...filter,
          },
        },
      }),
    state: async () => textAt((await arm('GET', subscription)).body, 'properties', 'provisioningState'),
    putVersion: (more: JsonObject = {}) =>
      arm('PUT', `${definition}/versions/2.0.0`, {
        location: 'westus',
        properties: {
          publishingProfile: { targetRegions: [{ name: 'westus' }], ...more },
          storageProfile: image(azure),
        },
      }),
    /** the clock moved on, and something asked */
    async later(minutes: number) {
      azure.clock.advance(minutes * 60_000)
      await arm('GET', subscription)
    },
    [Symbol.asyncDispose]: () => azure[Symbol.asyncDispose](),
  }
}

// A delivery is only noted after the webhook's answer, which this process reads a little later.
function lastState({ azure }: { azure: StartedAzure }) {
  return eventsOf(azure.simulator.world.store).at(-1)?.state
}

describe('an event subscription of a group', () => {
  it('tells a webhook of a version that is created, promoted and deleted, once Azure is done with it', async () => {
    await using gallery = await aGallery()
    await using webhook = await aWebhook(echoes)
    expect((await gallery.subscribe(webhook.url)).status).toBe(201)
    await webhook.has(1)
    await expect.poll(gallery.state).toBe('Succeeded')

    await gallery.putVersion({ excludeFromLatest: true })
    await gallery.later(0)
    expect(webhook.events).toHaveLength(1)
    await gallery.later(60)
    await webhook.has(2)
    await gallery.putVersion({ excludeFromLatest: false })
    await gallery.later(60)
    await webhook.has(3)
    await gallery.arm('DELETE', `${gallery.definition}/versions/2.0.0`)
    await gallery.later(60)
    await webhook.has(4)

    const operation = (act: string) => `Microsoft.Compute/galleries/images/versions/${act}`
    expect(webhook.events).toMatchObject([
      { eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent' },
      { eventType: 'Microsoft.Resources.ResourceWriteSuccess', data: { operationName: operation('write') } },
      { eventType: 'Microsoft.Resources.ResourceWriteSuccess', data: { httpRequest: { method: 'PUT' } } },
      {
        topic: gallery.group,
        subject: `${gallery.definition}/versions/2.0.0`,
        eventType: 'Microsoft.Resources.ResourceDeleteSuccess',
        data: { operationName: operation('delete'), resourceProvider: 'Microsoft.Compute', status: 'Succeeded' },
      },
    ])
  })

  it('filters by operation, and tells of a failure only if that was asked for', async () => {
    await using gallery = await aGallery()
    await using webhook = await aWebhook(echoes)
    await gallery.subscribe(webhook.url, {
      includedEventTypes: ['Microsoft.Resources.ResourceWriteFailure'],
      advancedFilters: [
        {
          operatorType: 'StringIn',
          key: 'data.operationName',
          values: ['microsoft.compute/galleries/images/versions/WRITE'],
        },
      ],
    })
    await expect.poll(gallery.state).toBe('Succeeded')
    await gallery.arm('PUT', `${gallery.definition}/versions/2.0.0/providers/Microsoft.Authorization/locks/x`, {})
    await gallery.putVersion({ targetRegions: [{ name: 'nowhere' }] })
    await gallery.later(0)
    await webhook.has(2)
    expect(webhook.events[1]).toMatchObject({
      eventType: 'Microsoft.Resources.ResourceWriteFailure',
      data: { status: 'Failed' },
    })
  })

  it('is repeated after the pauses of Event Grid while the webhook fails', async () => {
    await using gallery = await aGallery()
    await using webhook = await aWebhook((event, times) =>
      times === 1 ? echoes(event) : { status: times === 2 ? 503 : 200 },
    )
    await gallery.subscribe(webhook.url)
    await expect.poll(gallery.state).toBe('Succeeded')
    await gallery.arm('DELETE', `${gallery.definition}/versions/1.0.0`)
    await gallery.later(60)
    await webhook.has(2)
    const last = () => eventsOf(gallery.azure.simulator.world.store).at(-1)
    await expect.poll(() => (last()?.nextAt ?? 0) > gallery.azure.clock.now()).toBe(true)
    await gallery.later(1)
    await webhook.has(3)
    await expect.poll(() => lastState(gallery)).toBe('Delivered')
    expect(webhook.events[2]).toEqual(webhook.events[1])
  })

  it('is not validated by a webhook that refuses, and then tells nothing', async () => {
    await using gallery = await aGallery()
    await using webhook = await aWebhook(() => ({ status: 404 }))
    await gallery.subscribe(webhook.url)
    await expect.poll(gallery.state).toBe('Failed')
    await gallery.arm('DELETE', `${gallery.definition}/versions/1.0.0`)
    await gallery.later(60)
    await expect.poll(() => lastState(gallery)).toBe('Dropped')
    expect(webhook.events).toHaveLength(1)
  })

  it('is validated by a GET of the address in the event, within ten minutes', async () => {
    await using gallery = await aGallery()
    await using webhook = await aWebhook(() => ({ status: 200 }))
    await gallery.subscribe(webhook.url)
    await expect.poll(gallery.state).toBe('AwaitingManualAction')
    expect((await fetch(textAt(webhook.events[0], 'data', 'validationUrl') ?? '')).status).toBe(200)
    expect(await gallery.state()).toBe('Succeeded')
    await gallery.subscribe(webhook.url)
    await webhook.has(2)
    await gallery.later(11)
    expect(await gallery.state()).toBe('Failed')
  })

  it('in a deployment, ends with the validation', async () => {
    await using gallery = await aGallery()
    await using webhook = await aWebhook((_, times) => ({ status: times === 1 ? 500 : 200 }))
    const deployment = `${gallery.group}/providers/Microsoft.Resources/deployments/events`
    const resource = {
      type: 'Microsoft.EventGrid/eventSubscriptions',
      apiVersion: '2025-02-15',
      name: 'versions',
      properties: { destination: { endpointType: 'WebHook', properties: { endpointUrl: webhook.url } } },
    }
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [resource],
    }
    await gallery.arm('PUT', deployment, { properties: { mode: 'Incremental', template } })
    await gallery.later(1)
    await webhook.has(1)
    await expect.poll(gallery.state).toBe('Failed')
    await gallery.later(1)
    expect((await gallery.arm('GET', deployment)).body).toMatchObject({
      properties: {
        provisioningState: 'Failed',
        error: { details: [{ details: [{ code: 'Url validation' }] }] },
      },
    })
  })

  it('does not return the secret of an address, but to who may read the full one', async () => {
    await using gallery = await aGallery()
    await gallery.subscribe('https://hooks.example/events?code=secret')
    const { text } = await gallery.arm('GET', `${gallery.group}/providers/Microsoft.EventGrid/eventSubscriptions`)
    expect(text).toContain('"endpointBaseUrl":"https://hooks.example/events"')
    expect(text).not.toContain('secret')
    expect((await gallery.arm('POST', `${gallery.subscription}/getFullUrl`)).body).toEqual({
      endpointUrl: 'https://hooks.example/events?code=secret',
    })
  })

  it.each<[string, JsonObject]>([
    ['http elsewhere', { endpointType: 'WebHook', properties: { endpointUrl: 'http://hooks.example/events' } }],
    [
      'a name that only begins like this machine',
      { endpointType: 'WebHook', properties: { endpointUrl: 'http://127.0.0.1.example/' } },
    ],
    ['a queue of nothing', { endpointType: 'StorageQueue', properties: { resourceId: 'x', queueName: 'q' } }],
    ['another destination', { endpointType: 'EventHub', properties: {} }],
  ])('is refused for %s', async (_, destination) => {
    await using gallery = await aGallery()
    expect((await gallery.arm('PUT', gallery.subscription, { properties: { destination } })).status).toBe(400)
  })
})

describe('A webhook that is not on this machine', () => {
  it('D23: gets nothing: the event is kept', async () => {
    await using gallery = await aGallery()
    await gallery.subscribe('https://hooks.example/events')
    await gallery.arm('DELETE', `${gallery.definition}/versions/1.0.0`)
    await gallery.later(60)
    await expect.poll(() => lastState(gallery)).toBe('NotSent')
  })
})
