import { describe, expect, it } from 'vitest'
import { numberAt, objectsAt, textAt, valueAt } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'
import { image } from '../../../testing/versions.ts'
import type { GalleryQuota } from '../../../world.ts'
import { contoso } from '../../../worlds/contoso.ts'

function startedWith(name: GalleryQuota, location: string, limit: number): Promise<StartedAzure> {
  const world = contoso()
  const subscriptionId = world.subscriptions[0]?.subscriptionId ?? ''
  return startedAzure({ world: { ...world, quotas: [{ name, subscriptionId, location, limit }] } })
}

const version = (azure: StartedAzure, name: string, regions: string[]) =>
  [
    'PUT',
    azure.compute(`galleries/contosoGallery/images/ubuntu-web/versions/${name}`),
    {
      location: 'westus',
      properties: {
        publishingProfile: { targetRegions: regions.map((region) => ({ name: region })) },
        storageProfile: image(azure),
      },
    },
  ] as const

describe('the quotas of galleries', () => {
  it('are in the list of usages, a version wherever it is replicated to', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const usages = async (region: string) => {
      const path = `/subscriptions/${azure.production}/providers/Microsoft.Compute/locations/${region}/usages`
      const { body } = await ada('GET', path)
      return (['Gallery', 'GalleryImage', 'GalleryImageVersion'] as const).map((name) => {
        const found = objectsAt(body, 'value').find((one) => valueAt(one, 'name', 'value') === name)
        return [numberAt(found, 'currentValue'), numberAt(found, 'limit')]
      })
    }
    expect(await usages('eastus2')).toEqual([
      [0, 100],
      [0, 1_000],
      [4, 10_000],
    ])
    expect((await ada(...version(azure, '2.0.0', ['westus', 'East US 2']))).status).toBe(201)
    expect((await usages('East US 2')).at(-1)).toEqual([5, 10_000])
  })

  it('refuse another version, another region of one, and nothing else, until one is gone', async () => {
    await using azure = await startedWith('GalleryImageVersion', 'eastus2', 4)
    const ada = await azure.as('Ada')
    const refused = await ada(...version(azure, '2.0.0', ['westus', 'eastus2']))
    expect([refused.status, textAt(refused.body, 'error', 'code')]).toEqual([409, 'OperationNotAllowed'])
    expect(textAt(refused.body, 'error', 'message')).toMatch(
      /exceeding approved GalleryImageVersion quota\..* Location: eastus2, Current Limit: 4, Current Usage: 4, Additional Required: 1,/,
    )
    expect((await ada(...version(azure, '2.0.0', ['westus']))).status).toBe(201)
    azure.clock.advance(3_600_000)
    expect((await ada(...version(azure, '2.0.0', ['westus', 'eastus2']))).status).toBe(409)
    const old = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    expect((await ada('DELETE', old)).status).toBe(202)
    azure.clock.advance(3_600_000)
    expect((await ada(...version(azure, '2.0.0', ['westus', 'eastus2']))).status).toBe(200)
  })

  it.each([
    ['Gallery', 'galleries/another', {}],
    [
      'GalleryImage',
      'galleries/contosoGallery/images/another',
      { osType: 'Linux', osState: 'Generalized', identifier: { publisher: 'p', offer: 'o', sku: 's' } },
    ],
  ] as const)('%s refuses one more', async (name, path, properties) => {
    await using azure = await startedWith(name, 'westus', 1)
    const refused = await (await azure.as('Ada'))('PUT', azure.compute(path), { location: 'westus', properties })
    expect(textAt(refused.body, 'error', 'message')).toContain(`exceeding approved ${name} quota`)
  })

  it('are used up in the subscription of the builds', async () => {
    await using azure = await startedAzure({ world: contoso({ builds: true }) })
    const subscription = azure.simulator.world.subscriptions.find(({ displayName }) => displayName === 'Contoso Builds')
    const path = `/subscriptions/${subscription?.subscriptionId}/providers/Microsoft.Compute/locations/westus/usages`
    const { body } = await (await azure.as('Ben'))('GET', path)
    expect(objectsAt(body, 'value').at(-1)).toMatchObject({ currentValue: 300, limit: 300 })
  })
})
