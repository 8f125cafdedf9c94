import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../json.ts'
import { startedAzure, type StartedAzure } from '../../testing/azure.ts'
import { image, region, regions } from '../../testing/versions.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

describe('an update of an image version is refused', () => {
  const updates: [string, string, (azure: StartedAzure) => JsonObject, number, string, string][] = [
    [
      'another source',
      '1.0.0',
      (azure) => ({ storageProfile: image(azure, 'myWindowsImage') }),
      409,
      'PropertyChangeNotAllowed',
      "Changing property 'galleryImageVersion.properties.storageProfile.source.id' is not allowed.",
    ],
    [
      'another storage type',
      '1.0.0',
      () => ({ publishingProfile: { storageAccountType: 'Premium_LRS' } }),
      409,
      'PropertyChangeNotAllowed',
      'publishingProfile.storageAccountType',
    ],
    [
      'another replication mode',
      '1.0.0',
      () => ({ publishingProfile: { replicationMode: 'Shallow', targetRegions: [{ name: 'westus' }] } }),
      409,
      'PropertyChangeNotAllowed',
      'publishingProfile.replicationMode',
    ],
    [
      'another data disk',
      '1.0.0',
      () => ({ storageProfile: { dataDiskImages: [{ lun: 7, hostCaching: 'None' }] } }),
      400,
      'InvalidParameter',
      'Adding new Data Disks or changing the LUN of a Data Disk in an existing Image is not allowed.',
    ],
    [
      'a new LUN with a set',
      '1.0.0',
      (azure) => ({
        publishingProfile: regions(region(azure, 'westus', { luns: [[0, 'WestUSDiskEncryptionSet1']] })).publishing,
      }),
      400,
      'InvalidParameter',
      'Cannot specify new data disk image encryption lun [0] with a disk encryption set in region [West US] for update gallery image version request.',
    ],
    [
      'a set on the OS disk of a region that has none',
      '1.0.0',
      (azure) => ({
        publishingProfile: regions(region(azure, 'westus', { os: 'WestUSDiskEncryptionSet1' })).publishing,
      }),
      409,
      'PropertyChangeNotAllowed',
      'targetRegions.encryption',
    ],
    [
      'another set in a region that is there',
      '1.1.0',
      (azure) => ({
        publishingProfile: regions(
          region(azure, 'westus', { os: 'WestUSDiskEncryptionSet3', luns: [[0, 'WestUSDiskEncryptionSet2']] }),
        ).publishing,
      }),
      409,
      'PropertyChangeNotAllowed',
      'targetRegions.encryption',
    ],
    [
      'a new region without sets beside encrypted ones',
      '1.1.0',
      () => ({ publishingProfile: { targetRegions: [{ name: 'westus' }, { name: 'eastus2' }, { name: 'uksouth' }] } }),
      400,
      'InvalidParameter',
      "in target region 'UK South' since disk encryption set",
    ],
    [
      'leaving the home region out',
      '1.0.0',
      () => ({ publishingProfile: { targetRegions: [{ name: 'eastus2' }] } }),
      400,
      'InvalidParameter',
      'must contain the location of image version',
    ],
  ]
  it.each(updates)('for %s', async (_, name, propertiesOf, status, code, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const before = azure.simulator.world.store.snapshot()
    const answer = await ada('PUT', azure.compute(`galleries/contosoGallery/images/ubuntu-web/versions/${name}`), {
      location: 'westus',
      properties: propertiesOf(azure),
    })
    expect(answer).toMatchObject({ status, body: { error: { code, message: containing(message) } } })
    expect(azure.simulator.world.store.snapshot()).toEqual(before)
  })

  it('when a set that it uses is gone', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    azure.simulator.world.store.remove(azure.compute('diskEncryptionSets/EastUS2DiskEncryptionSet2'))
    const answer = await ada('PUT', azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0'), {
      location: 'westus',
      properties: {
        publishingProfile: { targetRegions: [{ name: 'westus', regionalReplicaCount: 9 }, { name: 'eastus2' }] },
      },
    })
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: containing('EastUS2DiskEncryptionSet2 was not found.') } },
    })
  })

  it('while Azure is at work on it, while it is being deleted, and from another region', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    const update = { location: 'westus', properties: {} }
    expect(await ada('PUT', path, { ...update, location: 'eastus2' })).toMatchObject({
      status: 409,
      body: { error: { code: 'InvalidResourceLocation' } },
    })
    expect((await ada('PUT', path, update)).status).toBe(200)
    expect(await ada('PUT', path, update)).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } })
    azure.clock.advance(60_000)
    await ada('DELETE', path)
    expect(await ada('PUT', path, update)).toMatchObject({
      status: 409,
      body: {
        error: { code: 'OperationNotAllowed', message: containing('since it is marked for deletion') },
      },
    })
  })

  it('but a past end of life may be sent again with the rest', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const properties = {
      publishingProfile: {
        endOfLifeDate: '2025-11-12T00:00:00Z',
        targetRegions: [{ name: 'westus', regionalReplicaCount: 2 }],
      },
    }
    expect(
      (
        await ada('PUT', azure.compute('galleries/contosoGallery/images/windows-sql/versions/2024.11.1'), {
          location: 'westus',
          properties,
        })
      ).status,
    ).toBe(200)
  })
})
