import { describe, expect, it } from 'vitest'
import { valueAt, type JsonObject } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'

const containing = (text: string): unknown => expect.stringContaining(text)
const anyText: unknown = expect.any(String)

const version = 'galleries/contosoGallery/images/ubuntu-web/versions/2.0.0'
const minute = 60_000

/** The article's first example, as az sends it. */
function articleExample({ compute }: StartedAzure): JsonObject {
  const set = (name: string) => compute(`diskEncryptionSets/${name}`)
  return {
    location: 'westus',
    tags: {},
    properties: {
      publishingProfile: {
        targetRegions: [
          {
            name: 'westus',
            regionalReplicaCount: 2,
            storageAccountType: 'standard_lrs',
            encryption: {
              osDiskImage: { diskEncryptionSetId: set('WestUSDiskEncryptionSet1') },
              dataDiskImages: [{ diskEncryptionSetId: set('WestUSDiskEncryptionSet2'), lun: 0 }],
            },
          },
          {
            name: 'eastus2',
            encryption: {
              osDiskImage: { diskEncryptionSetId: set('EastUS2DiskEncryptionSet1') },
              dataDiskImages: [{ diskEncryptionSetId: set('EastUS2DiskEncryptionSet2'), lun: 0 }],
            },
          },
        ],
      },
      storageProfile: { source: { id: compute('images/myImage') } },
    },
  }
}

describe('an image version', () => {
  it('is answered 201 as the real service does: display names, defaults, key order, no disks yet', async () => {
    await using azure = await startedAzure()
    const { compute } = azure
    const ada = await azure.as('Ada')
    const { status, body, headers } = await ada(
      'PUT',
      `${compute(version)}?api-version=2024-03-03`,
      articleExample(azure),
    )
    expect(status).toBe(201)
    const set = (name: string) => compute(`diskEncryptionSets/${name}`)
    const encryption = (prefix: string) => ({
      osDiskImage: { securityProfile: {}, diskEncryptionSetId: set(`${prefix}DiskEncryptionSet1`) },
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: set(`${prefix}DiskEncryptionSet2`) }],
    })
    // Compared as text: the order of the keys is part of what Azure answers.
    expect(JSON.stringify(body, null, 1)).toBe(
      JSON.stringify(
        {
          name: '2.0.0',
          id: compute(version),
          type: 'Microsoft.Compute/galleries/images/versions',
          location: 'westus',
          tags: {},
          properties: {
            publishingProfile: {
              targetRegions: [
                {
                  name: 'West US',
                  regionalReplicaCount: 2,
                  storageAccountType: 'Standard_LRS',
                  encryption: encryption('WestUS'),
                },
                {
                  name: 'East US 2',
                  regionalReplicaCount: 1,
                  storageAccountType: 'Standard_LRS',
                  encryption: encryption('EastUS2'),
                },
              ],
              replicaCount: 1,
              excludeFromLatest: false,
              publishedDate: '2025-12-01T12:00:00+00:00',
              storageAccountType: 'Standard_LRS',
            },
            storageProfile: { source: { id: compute('images/myImage') } },
            safetyProfile: { reportedForPolicyViolation: false, allowDeletionOfReplicatedLocations: false },
            provisioningState: 'Creating',
          },
        },
        null,
        1,
      ),
    )
    expect(headers.get('azure-asyncoperation')).toMatch(
      /\/locations\/WestUS\/capsOperations\/[0-9a-f-]{36}\?api-version=2024-03-03&t=\d{18}&c=MII[\w-]+&s=[\w-]+&h=[\w-]+$/,
    )
    expect([headers.get('location'), headers.get('retry-after')]).toEqual([null, null])
  })

  it('replicates by the clock, the home region first, and then has its disks', async () => {
    await using azure = await startedAzure()
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    const { headers } = await ada('PUT', compute(version), articleExample(azure))
    const operation = headers.get('azure-asyncoperation') ?? ''
    const read = async () => (await ada('GET', `${compute(version)}?$expand=ReplicationStatus`)).body
    const status = async () => valueAt(await read(), 'properties', 'replicationStatus')

    expect(await status()).toEqual({
      aggregatedState: 'InProgress',
      summary: [
        { region: 'westus', state: 'Replicating', progress: 0 },
        { region: 'eastus2', state: 'Replicating', progress: 0 },
      ],
    })
    clock.advance(4 * minute)
    expect(await status()).toMatchObject({
      aggregatedState: 'InProgress',
      summary: [
        { region: 'westus', state: 'Completed', progress: 100 },
        { region: 'eastus2', state: 'Replicating', progress: 0 },
      ],
    })
    clock.advance(minute)
    expect(valueAt(await status(), 'summary', 1, 'progress')).toBeGreaterThan(30)
    expect((await ada('GET', operation)).body).toEqual({
      startTime: '2025-12-01T12:00:00+00:00',
      status: 'InProgress',
      name: anyText,
    })
    expect(valueAt(await read(), 'properties', 'storageProfile')).toEqual({ source: { id: compute('images/myImage') } })

    clock.advance(4 * minute)
    expect(await status()).toEqual({
      aggregatedState: 'Completed',
      summary: [
        { region: 'westus', state: 'Completed', progress: 100 },
        { region: 'eastus2', state: 'Completed', progress: 100 },
      ],
    })
    expect(await read()).toMatchObject({
      properties: {
        provisioningState: 'Succeeded',
        storageProfile: {
          source: { id: compute('images/myImage') },
          osDiskImage: { sizeInGB: 30, hostCaching: 'ReadWrite', source: {} },
          dataDiskImages: [{ lun: 0, sizeInGB: 128, hostCaching: 'None' }],
        },
      },
    })
    expect((await ada('GET', operation)).body).toMatchObject({ status: 'Succeeded', endTime: anyText })
  })

  it('shows no replication to those who do not ask for it', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const { body } = await ada('GET', azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/1.1.0'))
    expect(Object.keys(body['properties'] ?? {})).toEqual([
      'publishingProfile',
      'storageProfile',
      'safetyProfile',
      'provisioningState',
    ])
  })

  it('of snapshots has their host caching at once and their sizes later', async () => {
    await using azure = await startedAzure()
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    const storageProfile = {
      osDiskImage: { source: { id: compute('snapshots/myOSSnapshot') } },
      dataDiskImages: [{ lun: 0, source: { id: compute('snapshots/myDDSnapshot') } }],
    }
    const { body } = await ada('PUT', compute(version), { location: 'westus', properties: { storageProfile } })
    expect(body).not.toHaveProperty('tags')
    expect(valueAt(body, 'properties', 'publishingProfile', 'targetRegions')).toEqual([
      { name: 'West US', regionalReplicaCount: 1, storageAccountType: 'Standard_LRS' },
    ])
    expect(valueAt(body, 'properties', 'storageProfile')).toEqual({
      osDiskImage: { hostCaching: 'ReadWrite', source: { id: compute('snapshots/myOSSnapshot') } },
      dataDiskImages: [{ lun: 0, hostCaching: 'ReadOnly', source: { id: compute('snapshots/myDDSnapshot') } }],
    })
    clock.advance(10 * minute)
    const { body: created } = await ada('GET', compute(version))
    expect(valueAt(created, 'properties', 'storageProfile')).toMatchObject({
      osDiskImage: { sizeInGB: 30 },
      dataDiskImages: [{ lun: 0, sizeInGB: 128 }],
    })
  })

  it('gives regions the replica count of the whole, and any spelling of a storage type Azure’s own', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const publishingProfile = {
      targetRegions: [{ name: 'West US' }, { name: 'West Europe', storageAccountType: 'STANDARD_ZRS' }],
      replicaCount: 3,
      storageAccountType: 'premium_lrs',
    }
    const { body } = await ada('PUT', azure.compute(version), {
      location: 'westus',
      properties: { publishingProfile, storageProfile: { source: { id: azure.compute('images/myImage') } } },
    })
    expect(valueAt(body, 'properties', 'publishingProfile', 'targetRegions')).toEqual([
      { name: 'West US', regionalReplicaCount: 3, storageAccountType: 'Premium_LRS' },
      { name: 'West Europe', regionalReplicaCount: 3, storageAccountType: 'Standard_ZRS' },
    ])
  })

  it('is listed in the order of the numbers', async () => {
    await using azure = await startedAzure()
    const { compute } = azure
    const ada = await azure.as('Ada')
    for (const name of ['1.10.0', '1.9.0'])
      await ada('PUT', compute(`galleries/contosoGallery/images/ubuntu-web/versions/${name}`), {
        location: 'westus',
        properties: { storageProfile: { source: { id: compute('images/myImage') } } },
      })
    const { body } = await ada('GET', compute('galleries/contosoGallery/images/ubuntu-web/versions'))
    expect(Array.isArray(body['value']) && body['value'].map((item) => valueAt(item, 'name'))).toEqual([
      '1.0.0',
      '1.1.0',
      '1.9.0',
      '1.10.0',
    ])
  })

  it('is gone when its deletion is over', async () => {
    await using azure = await startedAzure()
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    const path = compute('galleries/contosoGallery/images/ubuntu-web/versions/1.0.0')
    const { status, headers } = await ada('DELETE', path)
    expect(status).toBe(202)
    expect(headers.get('location')).toMatch(/\/capsOperations\/[0-9a-f-]{36}\?api-version=2025-12-03&monitor=true&t=/)
    expect((await ada('GET', path)).body).toMatchObject({ properties: { provisioningState: 'Deleting' } })
    clock.advance(2 * minute)
    expect([(await ada('GET', path)).status, (await ada('DELETE', path)).status]).toEqual([404, 204])
  })
})

describe('replication that fails', () => {
  it('fails in the region of the failing set only, with the operation and the version, and goes on once it is left out', async () => {
    await using azure = await startedAzure()
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    const region = (name: string, set: string) => ({
      name,
      encryption: { osDiskImage: { diskEncryptionSetId: compute(`diskEncryptionSets/${set}`) } },
    })
    const body = (targetRegions: JsonObject[]) => ({
      location: 'westus',
      properties: {
        publishingProfile: { targetRegions },
        storageProfile: { source: { id: compute('images/myImage') } },
      },
    })
    const { headers } = await ada(
      'PUT',
      compute(version),
      body([region('westus', 'WestUSDiskEncryptionSet1'), region('westeurope', 'WestEuropeFailingDiskEncryptionSet')]),
    )
    clock.advance(10 * minute)
    const { body: failed } = await ada('GET', `${compute(version)}?$expand=ReplicationStatus`)
    expect(failed).toMatchObject({
      properties: {
        provisioningState: 'Failed',
        replicationStatus: {
          aggregatedState: 'Failed',
          summary: [
            { state: 'Completed' },
            { region: 'westeurope', state: 'Failed', details: 'Failed with internal server error.' },
          ],
        },
      },
    })
    expect((await ada('GET', headers.get('azure-asyncoperation') ?? '')).body).toMatchObject({
      status: 'Failed',
      error: {
        code: 'InternalOperationError',
        message: containing("'{region:westeurope, detail:Failed with internal server error.}'"),
      },
    })
    expect((await ada('PUT', compute(version), body([region('westus', 'WestUSDiskEncryptionSet1')]))).status).toBe(200)
    clock.advance(minute)
    expect((await ada('GET', compute(version))).body).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
    // Added again, as the message advises: what failed there once is repaired by that.
    const again = [
      region('westus', 'WestUSDiskEncryptionSet1'),
      region('westeurope', 'WestEuropeFailingDiskEncryptionSet'),
    ]
    await ada('PUT', compute(version), body(again))
    clock.advance(10 * minute)
    expect((await ada('GET', compute(version))).body).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
  })

  it.each([
    [
      'a disk that is too large',
      { osDiskImage: { source: 'snapshots/hugeSnapshot' } },
      'GallerySourceResourceExceedsMaxSize',
      'The GalleryImageVersion source resource size 4095 exceeds the max size 2048 supported.',
    ],
    [
      'a trusted machine whose disks have a customer key',
      { source: 'virtualMachines/trusted-vm' },
      'InternalOperationError',
      "Contract.Assert failed: Data model DiskEncryptionSetId '' does not match",
    ],
  ])('fails everywhere for %s, after it was accepted', async (_, source, code, message) => {
    await using azure = await startedAzure()
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    const storageProfile =
      'source' in source
        ? { source: { virtualMachineId: compute(source.source) } }
        : { osDiskImage: { source: { id: compute(source.osDiskImage.source) } } }
    const { status, headers } = await ada('PUT', compute(version), {
      location: 'westus',
      properties: { storageProfile },
    })
    expect(status).toBe(201)
    clock.advance(10 * minute)
    expect((await ada('GET', headers.get('azure-asyncoperation') ?? '')).body).toMatchObject({
      status: 'Failed',
      error: { code, message: containing(message) },
    })
  })
})
