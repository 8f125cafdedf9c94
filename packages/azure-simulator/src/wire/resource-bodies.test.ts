import { describe, expect, it } from 'vitest'
import { isJsonObject, objectsAt, textAt, valueAt } from '../json.ts'
import { startedAzure } from '../testing/azure.ts'

const types = ['galleries', 'diskEncryptionSets', 'disks', 'snapshots', 'images', 'virtualMachines']

describe('the body of a resource of Compute', () => {
  it.each(types)('of %s has its keys in order, and no systemData', async (type) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const [found] = objectsAt((await ada('GET', azure.compute(type))).body, 'value')
    const keys = Object.keys(found ?? {})
    const order = ['name', 'id', 'type', 'location', 'tags', 'managedBy', 'sku', 'identity', 'properties', 'etag']
    expect(keys).toEqual(order.filter((key) => keys.includes(key)))
    expect(keys.includes('etag')).toBe(type === 'virtualMachines')
    expect(valueAt(found, 'properties', 'provisioningState')).toBe('Succeeded')
  })

  it.each([
    ['sent empty, has empty tags', {}, {}],
    ['not sent, has none', undefined, undefined],
  ])('whose tags were %s', async (_, tags, expected) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/tagged')
    const { body } = await ada('PUT', path, { location: 'westus', ...(tags && { tags }) })
    expect(body['tags']).toEqual(expected)
  })

  it('has its location as it was sent', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const { body } = await ada('PUT', azure.compute('galleries/spelled'), { location: 'West US' })
    expect(body['location']).toBe('West US')
  })

  it('has its group in capitals in lists of galleries, and nowhere else below them', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const idsOf = async (path: string) =>
      objectsAt((await ada('GET', path)).body, 'value').map((one) => textAt(one, 'id')?.split('/')[4])
    const subscription = `/subscriptions/${azure.production}/providers/Microsoft.Compute`
    const capitals = ['MYRESOURCEGROUP', 'MYRESOURCEGROUP', 'MYRESOURCEGROUP']
    expect(await idsOf(azure.compute('galleries'))).toEqual(capitals)
    expect(await idsOf(`${subscription}/galleries`)).toEqual(['GOVERNEDRESOURCEGROUP', ...capitals])
    expect(new Set(await idsOf(azure.compute('galleries/contosoGallery/images')))).toEqual(new Set(['myResourceGroup']))
  })

  it('of a definition has its facts in order, and no architecture before 2021', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web')
    const keysAt = async (version: string) => {
      const { properties } = (await ada('GET', `${path}?api-version=${version}`)).body
      return isJsonObject(properties) ? Object.keys(properties) : []
    }
    expect((await keysAt('2021-10-01')).slice(0, 2)).toEqual(['hyperVGeneration', 'architecture'])
    expect(await keysAt('2019-12-01')).not.toContain('architecture')
  })

  it('of an image version has no safety profile before 2022-03-03', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    const keysAt = async (version: string) => {
      const { properties } = (await ada('GET', `${path}?api-version=${version}`)).body
      return isJsonObject(properties) ? Object.keys(properties) : []
    }
    expect(await keysAt('2021-10-01')).toEqual(['publishingProfile', 'storageProfile', 'provisioningState'])
    expect(await keysAt('2024-03-03')).toContain('safetyProfile')
  })

  it.each([
    ['Premium_LRS', 10, { tier: 'P3', diskIOPSReadWrite: 120, diskMBpsReadWrite: 25 }, 'Premium'],
    ['Premium_LRS', 1024, { tier: 'P30', diskIOPSReadWrite: 5000, diskMBpsReadWrite: 200 }, 'Premium'],
    ['StandardSSD_LRS', 64, { diskIOPSReadWrite: 500, diskMBpsReadWrite: 60 }, 'Standard'],
  ])(
    'of a disk of %s and %i GB tells how fast it is, and that nobody holds it',
    async (...[name, size, speed, tier]) => {
      await using azure = await startedAzure()
      const ada = await azure.as('Ada')
      const path = azure.compute('disks/fast')
      const properties = { creationData: { createOption: 'Empty' }, diskSizeGB: size }
      await ada('PUT', path, { location: 'westus', sku: { name }, properties })
      azure.clock.advance(1_000)
      expect((await ada('GET', path)).body).toMatchObject({
        sku: { name, tier },
        properties: {
          ...speed,
          encryption: { type: 'EncryptionAtRestWithPlatformKey' },
          networkAccessPolicy: 'AllowAll',
          publicNetworkAccess: 'Enabled',
          diskState: 'Unattached',
          diskSizeBytes: size * 1024 ** 3,
        },
      })
    },
  )

  it('of a disk names its set with the group in capitals', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const set = azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1')
    const path = azure.compute('disks/encrypted')
    await ada('PUT', path, {
      location: 'westus',
      properties: {
        creationData: { createOption: 'Empty' },
        diskSizeGB: 4,
        encryption: { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: set },
      },
    })
    azure.clock.advance(1_000)
    const { body } = await ada('GET', path)
    expect(valueAt(body, 'properties', 'encryption', 'diskEncryptionSetId')).toBe(
      set.replace('myResourceGroup', 'MYRESOURCEGROUP'),
    )
  })
})
