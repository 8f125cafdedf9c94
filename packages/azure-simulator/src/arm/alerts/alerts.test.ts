import { describe, expect, it } from 'vitest'
import { objectsAt, type JsonObject } from '../../json.ts'
import { startedAzure, type Arm } from '../../testing/azure.ts'

/** An action group, and a topic of kv-contoso-wus, as Ada makes them. */
async function alerts() {
  const azure = await startedAzure()
  const arm = await azure.as('Ada')
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const actionGroup = `${group}/providers/Microsoft.Insights/actionGroups/owners`
  const topic = `${group}/providers/Microsoft.EventGrid/systemTopics/topic`
  const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-contoso-wus`
  const putGroup = (more: JsonObject = {}) =>
    arm('PUT', actionGroup, {
      location: 'Global',
      properties: {
        groupShortName: 'owners',
        enabled: true,
        emailReceivers: [{ name: 'one', emailAddress: 'keys@contoso.example' }],
        ...more,
      },
    })
  const putTopic = (more: JsonObject = {}, { path = topic, location = 'westus' } = {}) =>
    arm('PUT', path, { location, properties: { source: vault, topicType: 'Microsoft.KeyVault.vaults', ...more } })
  const putSubscription = (more: JsonObject = {}, destination: JsonObject = {}) =>
    arm('PUT', `${topic}/eventSubscriptions/KeyExpired`, {
      properties: {
        eventDeliverySchema: 'CloudEventSchemaV1_0',
        filter: { includedEventTypes: ['Microsoft.KeyVault.KeyExpired'] },
        destination: {
          endpointType: 'MonitorAlert',
          properties: { severity: 'Sev1', actionGroups: [actionGroup], ...destination },
        },
        ...more,
      },
    })
  return {
    arm: arm satisfies Arm,
    group,
    topic,
    actionGroup,
    vault,
    putGroup,
    putTopic,
    putSubscription,
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

describe('an alert about keys', () => {
  it('is an action group, a system topic of a vault and a subscription to its events', async () => {
    await using made = await alerts()
    expect((await made.putGroup()).status).toBe(201)
    expect(await made.putTopic()).toMatchObject({
      status: 201,
      body: {
        properties: { provisioningState: 'Succeeded', source: made.vault, topicType: 'microsoft.keyvault.vaults' },
      },
    })
    expect((await made.putSubscription()).status).toBe(201)
    const { body } = await made.arm('GET', `${made.topic}/eventSubscriptions`)
    expect(objectsAt(body, 'value')).toMatchObject([
      {
        name: 'KeyExpired',
        properties: {
          topic: made.vault,
          provisioningState: 'Succeeded',
          destination: { endpointType: 'MonitorAlert', properties: { actionGroups: [made.actionGroup] } },
        },
      },
    ])
    expect((await made.putSubscription()).status).toBe(200)
  })

  it.each<[string, JsonObject]>([
    ['a long short name', { groupShortName: 'thirteen-char' }],
    [
      'two receivers of one name',
      { emailReceivers: ['a@b.c', 'd@e.f'].map((emailAddress) => ({ name: 'x', emailAddress })) },
    ],
    ['an address that is none', { emailReceivers: [{ name: 'x', emailAddress: 'nobody' }] }],
  ])('has no action group with %s', async (_, more) => {
    await using made = await alerts()
    expect((await made.putGroup(more)).status).toBe(400)
  })

  it('has one topic for a vault, in its region', async () => {
    await using made = await alerts()
    expect((await made.putTopic({}, { location: 'westeurope' })).status).toBe(400)
    expect((await made.putTopic({ source: `${made.vault}-none` })).status).toBe(400)
    await made.putTopic()
    expect((await made.putTopic({}, { path: `${made.topic}-2` })).status).toBe(400)
  })

  it.each<[string, JsonObject, JsonObject]>([
    ['another schema', { eventDeliverySchema: 'EventGridSchema' }, {}],
    ['an event of something else', { filter: { includedEventTypes: ['Microsoft.Storage.BlobCreated'] } }, {}],
    ['no severity', {}, { severity: 'Urgent' }],
    ['an action group that does not exist', {}, { actionGroups: ['/subscriptions/none'] }],
  ])('subscribes to nothing with %s', async (_, more, destination) => {
    await using made = await alerts()
    await made.putGroup()
    await made.putTopic()
    expect(await made.putSubscription(more, destination)).toMatchObject({
      status: 400,
      body: { error: { code: 'InvalidRequest' } },
    })
  })

  it('goes with its topic', async () => {
    await using made = await alerts()
    await made.putGroup()
    await made.putTopic()
    await made.putSubscription()
    await made.arm('DELETE', made.topic)
    expect((await made.arm('GET', `${made.topic}/eventSubscriptions/KeyExpired`)).status).toBe(404)
  })
})
