import { computeId, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import type { ArmImageVersion } from './arm-image-version.ts'
import type { ImageVersionPlan } from './plan.ts'
import { differences } from './same-version.ts'
import { aPlan, storageAccountId } from './testing/plans.ts'
import { toArm } from './to-arm.ts'

const storedSet = (name: string) => diskEncryptionSetId(name)

/** Azure's response after it has created `aPlan()`: defaults filled in, display names, keys in its own order. */
function storedVersion(): ArmImageVersion {
  const region = (name: string, prefix: string, regionalReplicaCount: number) => ({
    name,
    regionalReplicaCount,
    storageAccountType: 'Standard_LRS',
    encryption: {
      osDiskImage: { securityProfile: {}, diskEncryptionSetId: storedSet(`${prefix}DiskEncryptionSet1`) },
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: storedSet(`${prefix}DiskEncryptionSet2`) }],
    },
  })
  return {
    name: '1.0.0',
    location: 'westus',
    tags: {},
    properties: {
      publishingProfile: {
        targetRegions: [region('West US', 'WestUS', 2), region('East US 2', 'EastUS2', 1)],
        replicaCount: 1,
        excludeFromLatest: false,
        storageAccountType: 'Standard_LRS',
      },
      storageProfile: {
        source: { id: computeId('images', 'myImage').replace('myResourceGroup', 'MYRESOURCEGROUP') },
        osDiskImage: { source: {} },
        dataDiskImages: [{ lun: 0 }],
      },
      safetyProfile: { allowDeletionOfReplicatedLocations: false },
    },
  }
}

describe('differences', () => {
  it('finds none in what Azure makes of the plan', () => {
    expect(differences(aPlan(), storedVersion())).toEqual([])
  })

  it.each<[string, Partial<ImageVersionPlan>, ReturnType<typeof differences>]>([
    ['the location', { location: 'eastus2' }, [{ field: 'location', asked: 'eastus2', stored: 'westus' }]],
    [
      'the source',
      { source: { type: 'VirtualMachine', id: computeId('virtualMachines', 'myVM') } },
      [
        {
          field: 'storageProfile.source.id',
          asked: '',
          stored: computeId('images', 'myImage').replace('myResourceGroup', 'MYRESOURCEGROUP'),
        },
        { field: 'storageProfile.source.virtualMachineId', asked: computeId('virtualMachines', 'myVM'), stored: '' },
      ],
    ],
    [
      'a flag',
      { excludeFromLatest: true },
      [{ field: 'publishingProfile.excludeFromLatest', asked: 'true', stored: 'false' }],
    ],
    [
      'the end of life',
      { endOfLifeDate: '2027-12-01' },
      [{ field: 'publishingProfile.endOfLifeDate', asked: '2027-12-01T00:00:00.000Z', stored: '' }],
    ],
    ['a tag', { tags: [{ name: 'team', value: 'images' }] }, [{ field: 'tags.team', asked: 'images', stored: '' }]],
    [
      'a region',
      { targetRegions: aPlan().targetRegions.slice(0, 1) },
      [{ field: 'publishingProfile.targetRegions', asked: 'westus', stored: 'eastus2, westus' }],
    ],
    [
      'the encryption',
      { encryptionType: 'EncryptionAtRestWithPlatformKey', targetRegions: aPlan().targetRegions },
      ['westus', 'eastus2'].flatMap((region) =>
        ['osDiskImage', 'dataDiskImages.0'].map((disk, index) => ({
          field: `publishingProfile.targetRegions.${region}.encryption.${disk}.diskEncryptionSetId`,
          asked: '',
          stored: storedSet(`${region === 'westus' ? 'WestUS' : 'EastUS2'}DiskEncryptionSet${index + 1}`),
        })),
      ),
    ],
    [
      'the replicas of the regions that follow the plan',
      { replicaCount: 3 },
      [
        { field: 'publishingProfile.replicaCount', asked: '3', stored: '1' },
        { field: 'publishingProfile.targetRegions.eastus2.regionalReplicaCount', asked: '3', stored: '1' },
      ],
    ],
    [
      'the storage of the regions that follow the plan',
      { storageAccountType: 'Premium_LRS' },
      [
        { field: 'publishingProfile.storageAccountType', asked: 'Premium_LRS', stored: 'Standard_LRS' },
        {
          field: 'publishingProfile.targetRegions.eastus2.storageAccountType',
          asked: 'Premium_LRS',
          stored: 'Standard_LRS',
        },
      ],
    ],
  ])('tells of %s', (_, overrides, expected) => {
    const found = differences(aPlan(overrides), storedVersion())
    expect(found).toHaveLength(expected.length)
    expect(found).toEqual(expect.arrayContaining(expected))
  })

  it('takes the end of life in another spelling of the same moment', () => {
    const stored = storedVersion()
    const publishingProfile = {
      ...stored.properties?.publishingProfile,
      endOfLifeDate: '2027-12-01T00:00:00+00:00',
    }
    const plan = aPlan({ endOfLifeDate: '2027-12-01' })
    expect(differences(plan, { ...stored, properties: { ...stored.properties, publishingProfile } })).toEqual([])
  })

  it('lets pass a tag that a policy has added', () => {
    expect(differences(aPlan(), { ...storedVersion(), tags: { costCenter: '4711' } })).toEqual([])
  })

  it('takes what Azure made of the strategy in each region for the same', () => {
    const plan = aPlan({ storageAccountType: 'PreferStandard_ZRS' })
    const stored = (storage: string): ArmImageVersion => {
      const { location, tags, properties } = toArm(plan)
      const targetRegions = properties.publishingProfile.targetRegions.map((region) => ({
        storageAccountType: storage,
        ...region,
      }))
      const publishingProfile = { ...properties.publishingProfile, targetRegions }
      return { location, tags, properties: { ...properties, publishingProfile } }
    }
    expect(differences(plan, stored('Standard_ZRS'))).toEqual([])
    expect(differences(plan, stored('Standard_LRS'))).toEqual([])
    expect(differences(plan, stored('Premium_LRS'))).toMatchObject([
      { asked: 'PreferStandard_ZRS', stored: 'Premium_LRS' },
    ])
  })

  it('compares blobs with their case, and takes the storage account under its older name', () => {
    const uri = 'https://contosovhds.blob.core.windows.net/vhds/os.vhd'
    const plan = aPlan({ source: { type: 'StorageBlobs', storageAccountId, osDiskUri: uri, dataDisks: [] } })
    const storing = (source: { id: string; uri: string }): ArmImageVersion => {
      const stored = storedVersion()
      return { ...stored, properties: { ...stored.properties, storageProfile: { osDiskImage: { source } } } }
    }
    expect(differences(plan, storing({ id: storageAccountId.toUpperCase(), uri }))).toEqual([])
    expect(differences(plan, storing({ id: storageAccountId, uri: uri.replace('os.vhd', 'OS.vhd') }))).toMatchObject([
      { field: 'storageProfile.osDiskImage.source.uri' },
    ])
  })
})
