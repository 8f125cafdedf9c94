import { describe, expect, it } from 'vitest'
import { type JsonObject, objectsAt, textAt, valueAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

// As the Azure CLI sends it for --target-edge-zones and --target-edge-zone-encryption, with what 2025 added.
async function aVersionAtTheEdge() {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const set = (name: string) => ({ diskEncryptionSetId: azure.compute(`diskEncryptionSets/${name}`) })
  const encryption = {
    osDiskImage: set('WestUSDiskEncryptionSet1'),
    dataDiskImages: [{ lun: 0, ...set('WestUSDiskEncryptionSet2') }],
  }
  const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/7.0.0')
  const publishingProfile: JsonObject = {
    targetRegions: [
      {
        name: 'westus',
        encryption,
        additionalReplicaSets: [{ regionalReplicaCount: 2, storageAccountType: 'premiumv2_lrs' }],
      },
    ],
    targetExtendedLocations: [
      {
        name: 'westus',
        extendedLocation: { name: 'losangeles', type: 'EdgeZone' },
        extendedLocationReplicaCount: 1,
        storageAccountType: 'standardssd_lrs',
        encryption,
      },
    ],
  }
  const put = (profile: JsonObject) =>
    ada('PUT', path, { location: 'westus', properties: { publishingProfile: profile, storageProfile: {} } })
  const made = await ada('PUT', path, {
    location: 'westus',
    properties: { publishingProfile, storageProfile: { source: { id: azure.compute('images/myImage') } } },
  })
  const profile = async (query = '') =>
    valueAt((await ada('GET', `${path}${query}`)).body, 'properties', 'publishingProfile')
  azure.clock.advance(600_000)
  return {
    azure,
    ada,
    path,
    made,
    put,
    profile,
    publishingProfile,
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

describe('an image version with edge zones', () => {
  it('says them as Azure does, each with its encryption', async () => {
    await using edge = await aVersionAtTheEdge()
    const { azure, made, profile } = edge
    expect(made.status).toBe(201)
    const id = (name: string) => azure.compute(`diskEncryptionSets/${name}`)
    expect(objectsAt(await profile(), 'targetExtendedLocations')).toEqual([
      {
        extendedLocation: { type: 'EdgeZone', name: 'losangeles' },
        name: 'West US',
        extendedLocationReplicaCount: 1,
        storageAccountType: 'StandardSSD_LRS',
        encryption: {
          osDiskImage: { securityProfile: {}, diskEncryptionSetId: id('WestUSDiskEncryptionSet1') },
          dataDiskImages: [{ lun: 0, diskEncryptionSetId: id('WestUSDiskEncryptionSet2') }],
        },
      },
    ])
  })

  it('keeps them, and further replicas of a region, through an update that repeats or leaves them out', async () => {
    await using edge = await aVersionAtTheEdge()
    const { azure, put, profile } = edge
    const before = await profile()
    expect(objectsAt(before, 'targetRegions', 0, 'additionalReplicaSets')).toEqual([
      { storageAccountType: 'PremiumV2_LRS', regionalReplicaCount: 2 },
    ])
    const read = typeof before === 'object' && !Array.isArray(before) ? { ...before } : {}
    for (const sent of [read, { targetRegions: [{ name: 'westus' }] }]) {
      expect((await put(sent)).status).toBe(200)
      azure.clock.advance(600_000)
      expect(await profile()).toEqual(before)
    }
  })

  it('leaves an edge zone where its list no longer names it', async () => {
    await using edge = await aVersionAtTheEdge()
    const { put, profile } = edge
    await put({ targetExtendedLocations: [] })
    expect(objectsAt(await profile(), 'targetExtendedLocations')).toEqual([])
  })

  it('loses what was left out in a world that loses it', async () => {
    await using edge = await aVersionAtTheEdge()
    const { azure, put, profile } = edge
    azure.simulator.world.losesEncryptionLeftOut = true
    await put({ targetRegions: [{ name: 'westus' }] })
    expect(valueAt(await profile(), 'targetExtendedLocations')).toBeUndefined()
  })

  it('shows further replicas from the api-version on that knows them', async () => {
    await using edge = await aVersionAtTheEdge()
    const older = await edge.profile('?api-version=2024-03-03')
    expect(valueAt(older, 'targetRegions', 0, 'additionalReplicaSets')).toBeUndefined()
    expect(objectsAt(older, 'targetExtendedLocations')).toHaveLength(1)
  })

  it('is refused with a set of another region, and counts among the uses of its own', async () => {
    await using edge = await aVersionAtTheEdge()
    const { azure, ada, path, publishingProfile } = edge
    const used = await ada('GET', azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet2/associatedResources'))
    expect(JSON.stringify(used.body).toLowerCase()).toContain('ubuntu-web')
    const [location] = objectsAt(publishingProfile, 'targetExtendedLocations')
    const osDiskImage = { diskEncryptionSetId: azure.compute('diskEncryptionSets/EastUS2DiskEncryptionSet1') }
    const refused = await ada('PUT', path.replace('7.0.0', '8.0.0'), {
      location: 'westus',
      properties: {
        publishingProfile: { targetExtendedLocations: [{ ...location, encryption: { osDiskImage } }] },
        storageProfile: { source: { id: azure.compute('images/myImage') } },
      },
    })
    expect([refused.status, textAt(refused.body, 'error', 'message')]).toEqual([
      400,
      expect.stringContaining("cannot be used in target region 'West US'"),
    ])
  })
})
