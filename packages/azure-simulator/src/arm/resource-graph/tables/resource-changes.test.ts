import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type Json } from '../../../json.ts'
import { armToken, startedAzure } from '../../../testing/azure.ts'

const day = 24 * 60 * 60_000

/** Changes as one user sees them, oldest first, without those of the world's history. */
async function aGraph(user = 'Ada') {
  const azure = await startedAzure()
  const token = await armToken(azure.simulator, user)
  const send = async (method: string, path: string, { body, agent }: { body?: Json; agent?: string } = {}) => {
    const url = new URL(path, azure.simulator.url)
    url.searchParams.set('api-version', '2024-04-01')
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(agent !== undefined && { 'user-agent': agent }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return response.status
  }
  const changes = async (of = '', as = user) => {
    const arm = await azure.as(as)
    const query = `resourcechanges | where properties.targetResourceId contains '${of}' | extend at = tostring(properties.changeAttributes.timestamp) | order by at asc | project id, resourceGroup, subscriptionId, properties`
    const { body } = await arm('POST', '/providers/Microsoft.ResourceGraph/resources', { query })
    return objectsAt(body, 'data')
  }
  return { azure, send, changes, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

const disk = { location: 'westus', properties: { diskSizeGB: 32, creationData: { createOption: 'Empty' } } }

describe('resourcechanges', () => {
  it('has who created a resource, by which client, with which permission and when', async () => {
    await using graph = await aGraph()
    const id = graph.azure.compute('disks/new-disk')
    await graph.send('PUT', id, { body: disk, agent: 'AZURECLI/2.74.0 (DEB)' })
    const [change] = await graph.changes('new-disk')
    expect(change).toMatchObject({
      resourceGroup: 'myresourcegroup',
      subscriptionId: graph.azure.production,
      properties: {
        targetResourceId: id,
        targetResourceType: 'microsoft.compute/disks',
        changeType: 'Create',
        changeAttributes: {
          changedBy: 'ada@contoso.example',
          changedByType: 'User',
          clientType: 'Azure CLI',
          operation: 'microsoft.compute/disks/write',
          changesCount: 0,
          timestamp: '2025-12-01T12:00:00.000Z',
        },
        changes: {},
      },
    })
    expect(textAt(change, 'id')).toMatch(new RegExp(`^${id}/providers/Microsoft.Resources/changes/`))
  })

  it('has each property of an update before and after', async () => {
    await using graph = await aGraph()
    const id = graph.azure.compute('galleries/contosoGallery')
    graph.azure.clock.advance(1000)
    await graph.send('PATCH', id, { body: { tags: { costCenter: '9', owner: 'ada' } } })
    const change = (await graph.changes('contosoGallery')).at(-1)
    expect(valueAt(change, 'properties', 'changes')).toEqual({
      'tags.costCenter': {
        previousValue: '4711',
        newValue: '9',
        propertyChangeType: 'Update',
        changeCategory: 'User',
        isTruncated: 'false',
      },
      'tags.owner': {
        previousValue: null,
        newValue: 'ada',
        propertyChangeType: 'Insert',
        changeCategory: 'User',
        isTruncated: 'false',
      },
    })
    expect(valueAt(change, 'properties', 'changeAttributes', 'changesCount')).toBe(2)
    expect(valueAt(change, 'properties', 'changeAttributes', 'clientType')).toBe('Unspecified')
  })

  it('has a deletion once it is over, with what was below', async () => {
    await using graph = await aGraph()
    const id = graph.azure.compute('disks/backupDisk')
    await graph.send('DELETE', id)
    expect(await graph.changes('backupDisk')).toEqual([])
    graph.azure.clock.advance(10 * 60_000)
    expect(await graph.changes('backupDisk')).toMatchObject([
      { properties: { changeType: 'Delete', changeAttributes: { operation: 'microsoft.compute/disks/delete' } } },
    ])
  })

  it('says of a deployment that a template did it, for whom', async () => {
    await using graph = await aGraph()
    const group = graph.azure.compute('').replace(/\/providers\/.*/, '')
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [{ type: 'Microsoft.Compute/disks', apiVersion: '2024-03-02', name: 'templated', ...disk }],
    }
    await graph.send('PUT', `${group}/providers/Microsoft.Resources/deployments/one`, {
      body: { properties: { mode: 'Incremental', template } },
    })
    graph.azure.clock.advance(60_000)
    expect(await graph.changes('templated')).toMatchObject([
      { properties: { changeAttributes: { clientType: 'ARM Template', changedBy: 'ada@contoso.example' } } },
    ])
  })

  it('has the rotation of a set, which nobody asked for', async () => {
    await using graph = await aGraph()
    // Its key rotates two years after the world's first day.
    graph.azure.clock.advance(Date.parse('2027-01-02T00:00:00Z') - graph.azure.clock.now())
    await graph.changes()
    graph.azure.clock.advance(2 * 60 * 60_000)
    expect((await graph.changes('WestUSDiskEncryptionSet1')).at(-1)).toMatchObject({
      properties: {
        changeType: 'Update',
        changeAttributes: { changedBy: 'System', changedByType: 'System', clientType: 'Unspecified' },
        changes: { 'properties.activeKey.keyUrl': { propertyChangeType: 'Update', changeCategory: 'System' } },
      },
    })
  })

  it('forgets what is older than 14 days', async () => {
    await using graph = await aGraph()
    await graph.send('PUT', graph.azure.compute('disks/new-disk'), { body: disk })
    graph.azure.clock.advance(14 * day + 1)
    expect(await graph.changes('new-disk')).toEqual([])
  })

  it('keeps to what the caller can read', async () => {
    await using graph = await aGraph()
    await graph.send('PUT', graph.azure.compute('disks/new-disk'), { body: disk })
    expect(await graph.changes('new-disk', 'Rita')).toHaveLength(1)
    expect(await graph.changes('', 'Ben')).toEqual([])
  })

  it('keeps the newest of many', async () => {
    await using graph = await aGraph()
    const id = graph.azure.compute('galleries/contosoGallery')
    for (let number = 0; number < 310; number += 1) {
      graph.azure.clock.advance(60_000)
      await graph.send('PATCH', id, { body: { tags: { number: String(number) } } })
    }
    expect(graph.azure.simulator.world.changes).toHaveLength(300)
    expect(graph.azure.simulator.world.changes.at(-1)).toMatchObject({
      changes: { 'tags.number': { newValue: '309' } },
    })
  })

  it('begins with what happened in Contoso before', async () => {
    await using graph = await aGraph()
    const past = await graph.changes()
    expect(past.map((change) => textAt(change, 'properties', 'changeAttributes', 'changedBy'))).toEqual([
      'ada@contoso.example',
      'c0470500-0000-4000-8000-00000000c101',
      'sam@contoso.example',
      'System',
      'vera@contoso.example',
      'ada@contoso.example',
    ])
  })
})
