import { describe, expect, it } from 'vitest'
import { valueAt } from '../json.ts'
import { startedAzure } from '../testing/azure.ts'

describe('PATCH', () => {
  it.each([
    ['galleries/contosoGallery', 200],
    ['galleries/contosoGallery/images/ubuntu-web', 200],
    ['galleries/contosoGallery/images/ubuntu-web/versions/1.0.0', 200],
    ['disks/web-template-vm_OsDisk', 202],
    ['virtualMachines/web-template-vm', 200],
  ])('of the tags of %s leaves all else as it was, and is under way for a while', async (name, status) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute(name)
    const { properties } = (await ada('GET', path)).body
    const answer = await ada('PATCH', path, { tags: { owner: 'web' } })
    expect([answer.status, valueAt(answer.body, 'properties', 'provisioningState')]).toEqual([status, 'Updating'])
    expect(answer.headers.get('azure-asyncoperation')).not.toBeNull()
    azure.clock.advance(10 * 60_000)
    expect((await ada('GET', path)).body).toMatchObject({ tags: { owner: 'web' }, properties: properties ?? null })
  })

  it('of a disk answers with the disk as it was', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('disks/web-template-vm_OsDisk')
    const before = (await ada('GET', path)).body
    const { body } = await ada('PATCH', path, { properties: { diskSizeGB: 256 } })
    expect(valueAt(body, 'properties', 'diskSizeGB')).toBe(valueAt(before, 'properties', 'diskSizeGB'))
    azure.clock.advance(1_000)
    expect((await ada('GET', path)).body).toMatchObject({ properties: { diskSizeGB: 256 } })
  })

  it('of an image version never loses the stored encryption', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const versions = azure.simulator.world.store.list(
      `/subscriptions/${azure.production}`,
      'Microsoft.Compute/galleries/images/versions',
    )
    const encrypted = versions.find(
      ({ properties }) => valueAt(properties, 'publishingProfile', 'targetRegions', 0, 'encryption') !== undefined,
    )
    const path = encrypted?.id ?? ''
    const regionsOf = async () =>
      valueAt((await ada('GET', path)).body, 'properties', 'publishingProfile', 'targetRegions')
    const before = await regionsOf()
    await ada('PATCH', path, { properties: { publishingProfile: { excludeFromLatest: true } } })
    expect((await ada('GET', path)).body).toMatchObject({
      properties: { publishingProfile: { excludeFromLatest: true } },
    })
    expect(await regionsOf()).toEqual(before)
  })

  it('of a vault is done at once', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-contoso-wus`
    const before = (await ada('GET', path)).body
    expect(await ada('PATCH', path, { properties: { enabledForDeployment: true } })).toMatchObject({
      status: 200,
      body: { properties: { sku: valueAt(before, 'properties', 'sku') ?? null, enabledForDeployment: true } },
    })
  })

  it('of a resource group is done at once, and 404 where there is none', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const groups = `/subscriptions/${azure.production}/resourceGroups`
    expect(await ada('PATCH', `${groups}/myResourceGroup`, { tags: { a: 'b' } })).toMatchObject({
      status: 200,
      body: { tags: { a: 'b' }, properties: { provisioningState: 'Succeeded' } },
    })
    expect((await ada('PATCH', `${groups}/none`, { tags: {} })).body).toMatchObject({
      error: { code: 'ResourceGroupNotFound' },
    })
    expect((await ada('PATCH', azure.compute('disks/none'), { tags: {} })).body).toMatchObject({
      error: { code: 'ResourceNotFound' },
    })
  })
})
