import { describe, expect, it } from 'vitest'
import { objectsAt, textAt } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'

async function aTaggedDisk() {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const disk = azure.compute('disks/tagged')
  await ada('PUT', disk, {
    location: 'westus',
    tags: { Team: 'images', stage: 'test' },
    properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 4 },
  })
  const list = async (query: string) =>
    ada('GET', `/subscriptions/${azure.production}/resources?${query}&api-version=2022-09-01`)
  const named = async (filter: string) =>
    objectsAt((await list(`$filter=${encodeURIComponent(filter)}`)).body, 'value').map(({ name }) => name)
  return { azure, list, named, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

describe('the resources of a subscription', () => {
  it.each([
    "tagName eq 'team' and tagValue eq 'images'",
    "tagName eq 'team'",
    "startswith(tagName, 'tea')",
    "substringof('agge', name)",
    "name eq 'tagged' and resourceType ne 'Microsoft.Compute/snapshots'",
  ])('are found by %s', async (filter) => {
    await using world = await aTaggedDisk()
    expect(await world.named(filter)).toEqual(['tagged'])
  })

  it.each(["tagName eq 'team' and tagValue eq 'test'", "tagName eq 'none'"])('are not found by %s', async (filter) => {
    await using world = await aTaggedDisk()
    expect(await world.named(filter)).toEqual([])
  })

  it('are told without their tags to whoever asks by tag', async () => {
    await using world = await aTaggedDisk()
    const { body } = await world.list(`$filter=${encodeURIComponent("tagName eq 'team'")}`)
    expect(objectsAt(body, 'value')[0]).not.toHaveProperty('tags')
  })

  it('come with their times and state to whoever expands them', async () => {
    await using world = await aTaggedDisk()
    const filter = `$filter=${encodeURIComponent("name eq 'tagged'")}`
    const { body } = await world.list(`${filter}&$expand=createdTime,changedTime,provisioningState`)
    expect(objectsAt(body, 'value')).toMatchObject([
      {
        createdTime: '2025-12-01T12:00:00.000Z',
        changedTime: '2025-12-01T12:00:00.000Z',
        provisioningState: 'Creating',
      },
    ])
    expect(objectsAt((await world.list(filter)).body, 'value')[0]).not.toHaveProperty('createdTime')
  })

  it('come so many at a time as $top says, and go on', async () => {
    await using world = await aTaggedDisk()
    const first = await world.list('$top=2')
    expect(objectsAt(first.body, 'value')).toHaveLength(2)
    const ada = await world.azure.as('Ada')
    const second = await ada('GET', textAt(first.body, 'nextLink') ?? '')
    expect(objectsAt(second.body, 'value')).toHaveLength(2)
    expect(objectsAt(second.body, 'value')).not.toEqual(objectsAt(first.body, 'value'))
  })

  it('refuse a filter that Azure does not know', async () => {
    await using world = await aTaggedDisk()
    expect((await world.list(`$filter=${encodeURIComponent("colour eq 'red'")}`)).status).toBe(400)
  })
})
