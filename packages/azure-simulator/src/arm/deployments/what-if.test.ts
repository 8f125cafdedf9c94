import { describe, expect, it } from 'vitest'
import { objectsAt, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'

async function withWhatIf() {
  const azure = await startedAzure()
  const arm = await azure.asOwner()
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const changes = async (properties: JsonObject) => {
    const asked = await arm('POST', `${group}/providers/Microsoft.Resources/deployments/look/whatIf`, {
      properties: { mode: 'Incremental', ...properties },
    })
    expect(asked.status).toBe(202)
    const location = asked.headers.get('location') ?? ''
    expect((await arm('GET', location)).status).toBe(202)
    azure.clock.advance(2000)
    const { status, body } = await arm('GET', location)
    expect({ status, told: body['status'] }).toEqual({ status: 200, told: 'Succeeded' })
    return objectsAt(body, 'properties', 'changes')
  }
  return { azure, arm, group, changes }
}

const network = (name: string, more: JsonObject) => ({
  type: 'Microsoft.Network/virtualNetworks',
  apiVersion: '2024-05-01',
  name,
  location: 'West US',
  ...more,
})

describe('what-if', () => {
  it('tells what would be made, changed, left as it is and left alone, and changes nothing', async () => {
    const { azure, arm, group, changes } = await withWhatIf()
    await using _ = azure
    const id = (name: string) => `${group}/providers/Microsoft.Network/virtualNetworks/${name}`
    const prefixes = (...addressPrefixes: string[]) => ({ properties: { addressSpace: { addressPrefixes } } })
    for (const name of ['same', 'wider', 'other'])
      await arm('PUT', id(name), { location: 'westus', ...prefixes('10.0.0.0/16') })
    const found = await changes({
      template: {
        resources: [
          network('same', prefixes('10.0.0.0/16')),
          network('wider', { ...prefixes('10.0.0.0/16', '10.1.0.0/16'), tags: { cost: '7' } }),
          network('new', prefixes('10.2.0.0/16')),
        ],
      },
    })
    const of = (name: string) => found.find(({ resourceId }) => resourceId === id(name))
    expect(of('same')).toMatchObject({ changeType: 'NoChange', delta: [] })
    expect(of('wider')).toMatchObject({
      changeType: 'Modify',
      delta: [
        {
          path: 'properties.addressSpace.addressPrefixes',
          propertyChangeType: 'Array',
          children: [{ path: '1', propertyChangeType: 'Create', after: '10.1.0.0/16' }],
        },
        { path: 'tags', propertyChangeType: 'Create', after: { cost: '7' } },
      ],
    })
    expect(of('new')).toMatchObject({ changeType: 'Create', after: { name: 'new', location: 'West US' } })
    expect(of('other')).toMatchObject({ changeType: 'Ignore' })
    expect((await arm('GET', id('new'))).status).toBe(404)
  })

  it('tells no secret, and only ids if that is asked', async () => {
    const { azure, changes } = await withWhatIf()
    await using _ = azure
    const template = {
      parameters: { secret: { type: 'secureString' } },
      resources: [network('new', { tags: { secret: "[parameters('secret')]" } })],
    }
    const parameters = { secret: { value: 'made-up-for-the-test' } }
    const full = await changes({ template, parameters })
    expect(JSON.stringify(full)).not.toContain('made-up-for-the-test')
    const brief = await changes({ template, parameters, whatIfSettings: { resultFormat: 'ResourceIdOnly' } })
    expect(brief.find(({ changeType }) => changeType === 'Create')).toEqual({
      resourceId: `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.Network/virtualNetworks/new`,
      changeType: 'Create',
    })
  })
})
