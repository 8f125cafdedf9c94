import { computeId, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import { imageVersionId } from './image-version-id.ts'
import { blankPlan, blankTargetRegion } from './plan.ts'
import { aPlan, customerManaged, imageDefinitionId, storageAccountId } from './testing/plans.ts'
import { apiVersionToCreate, toArm } from './to-arm.ts'

const set = (name: string) => ({ diskEncryptionSetId: diskEncryptionSetId(name) })
const publishingProfile = (overrides: Parameters<typeof aPlan>[0]) =>
  toArm(aPlan(overrides)).properties.publishingProfile
const storageProfile = (source: ReturnType<typeof aPlan>['source']) =>
  toArm(aPlan({ source })).properties.storageProfile

describe('toArm', () => {
  it('gives the body that az sends for the first example of the article, and the storage, which az leaves open', () => {
    expect(toArm(aPlan())).toStrictEqual({
      location: 'westus',
      tags: {},
      properties: {
        publishingProfile: {
          targetRegions: [
            {
              name: 'westus',
              regionalReplicaCount: 2,
              storageAccountType: 'Standard_LRS',
              encryption: {
                osDiskImage: set('WestUSDiskEncryptionSet1'),
                dataDiskImages: [{ lun: 0, ...set('WestUSDiskEncryptionSet2') }],
              },
            },
            {
              name: 'eastus2',
              encryption: {
                osDiskImage: set('EastUS2DiskEncryptionSet1'),
                dataDiskImages: [{ lun: 0, ...set('EastUS2DiskEncryptionSet2') }],
              },
            },
          ],
          storageAccountType: 'Standard_LRS',
        },
        storageProfile: { source: { id: computeId('images', 'myImage') } },
      },
    })
  })

  it("gives the source of the article's second example: an OS snapshot and one for LUN 0", () => {
    const osDiskId = computeId('snapshots', 'myOSSnapshot')
    const id = computeId('snapshots', 'myDDSnapshot')
    const body = toArm(aPlan({ source: { type: 'DisksAndSnapshots', osDiskId, dataDisks: [{ lun: 0, id }] } }))
    expect(body.properties.storageProfile).toStrictEqual({
      osDiskImage: { source: { id: osDiskId } },
      dataDiskImages: [{ lun: 0, source: { id } }],
    })
    expect(body.properties.publishingProfile).toStrictEqual(publishingProfile({}))
  })

  it("gives the six cells of the article's PowerShell example: LUNs 1 and 2 in two regions, two replicas", () => {
    const plan = aPlan({
      replicaCount: 2,
      endOfLifeDate: '2027-12-01',
      targetRegions: ['westus', 'eastus2'].map((region) =>
        customerManaged(
          region,
          { os: `${region}-os`, 1: `${region}-lun1`, 2: `${region}-lun2` },
          { regionalReplicaCount: 1, storageAccountType: 'Standard_LRS' },
        ),
      ),
    })
    expect(toArm(plan).properties.publishingProfile).toStrictEqual({
      replicaCount: 2,
      storageAccountType: 'Standard_LRS',
      endOfLifeDate: '2027-12-01T00:00:00.000Z',
      targetRegions: ['westus', 'eastus2'].map((region) => ({
        name: region,
        regionalReplicaCount: 1,
        storageAccountType: 'Standard_LRS',
        encryption: {
          osDiskImage: set(`${region}-os`),
          dataDiskImages: [
            { lun: 1, ...set(`${region}-lun1`) },
            { lun: 2, ...set(`${region}-lun2`) },
          ],
        },
      })),
    })
  })

  it('gives double encryption the same body as a customer key: the type is that of the sets', () => {
    expect(toArm(aPlan({ encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }))).toStrictEqual(
      toArm(aPlan()),
    )
  })

  it('leaves encryption out for platform keys, even where sets were chosen before', () => {
    expect(publishingProfile({ encryptionType: 'EncryptionAtRestWithPlatformKey' }).targetRegions).toStrictEqual([
      { name: 'westus', regionalReplicaCount: 2, storageAccountType: 'Standard_LRS' },
      { name: 'eastus2' },
    ])
  })

  it.each([
    ['EncryptedWithPmk', { confidentialVMEncryptionType: 'EncryptedWithPmk' }],
    [
      'EncryptedWithCmk',
      {
        confidentialVMEncryptionType: 'EncryptedWithCmk',
        secureVMDiskEncryptionSetId: diskEncryptionSetId('Confidential'),
      },
    ],
  ] as const)(
    'sends the confidential type %s, its set only with a customer key',
    (confidentialVMEncryptionType, securityProfile) => {
      const westus = customerManaged('westus', {})
      const encryption = { ...westus.encryption, secureVMDiskEncryptionSetId: diskEncryptionSetId('Confidential') }
      const { targetRegions } = publishingProfile({
        encryptionType: 'EncryptionAtRestWithPlatformKey',
        confidentialVMEncryptionType,
        targetRegions: [{ ...westus, encryption }],
      })
      expect(targetRegions).toStrictEqual([{ name: 'westus', encryption: { osDiskImage: { securityProfile } } }])
    },
  )

  it.each([
    ['EncryptionAtRestWithPlatformKey', {}],
    ['EncryptionAtRestWithCustomerKey', { diskEncryptionSetId: diskEncryptionSetId('Os') }],
  ] as const)('gives a confidential data disk a profile of its own, with %s', (encryptionType, osSet) => {
    const { targetRegions } = publishingProfile({
      encryptionType,
      confidentialVMEncryptionType: 'EncryptedWithPmk',
      confidentialDataDisks: true,
      targetRegions: [customerManaged('westus', { os: 'Os', 0: 'Confidential' })],
    })
    expect(targetRegions[0]?.encryption).toStrictEqual({
      osDiskImage: { ...osSet, securityProfile: { confidentialVMEncryptionType: 'EncryptedWithPmk' } },
      dataDiskImages: [
        {
          lun: 0,
          securityProfile: {
            confidentialVMEncryptionType: 'DataDiskEncryptedWithCmk',
            secureVMDiskEncryptionSetId: diskEncryptionSetId('Confidential'),
          },
        },
      ],
    })
  })

  it("sends what differs from Azure's defaults", () => {
    const plan = aPlan({
      excludeFromLatest: true,
      replicationMode: 'Shallow',
      storageAccountType: 'Premium_LRS',
      allowDeletionOfReplicatedLocations: true,
      blockDeletionBeforeEndOfLife: true,
      targetRegions: [{ ...blankTargetRegion('westus'), excludeFromLatest: true }],
      tags: [
        { name: 'team', value: 'images' },
        { name: '', value: '' },
      ],
    })
    expect(toArm(plan)).toStrictEqual({
      location: 'westus',
      tags: { team: 'images' },
      properties: {
        publishingProfile: {
          targetRegions: [{ name: 'westus', excludeFromLatest: true }],
          storageAccountType: 'Premium_LRS',
          excludeFromLatest: true,
          replicationMode: 'Shallow',
        },
        storageProfile: { source: { id: computeId('images', 'myImage') } },
        safetyProfile: { allowDeletionOfReplicatedLocations: true, blockDeletionBeforeEndOfLife: true },
      },
    })
  })

  it.each([
    ['Standard_LRS', { storageAccountType: 'Standard_LRS' }],
    ['Standard_ZRS', { storageAccountType: 'Standard_ZRS' }],
    ['Premium_LRS', { storageAccountType: 'Premium_LRS' }],
    ['PreferStandard_ZRS', { storageAccountStrategy: 'PreferStandard_ZRS' }],
  ] as const)('says the default storage %s in one field', (storageAccountType, said) => {
    const { targetRegions: _, ...profile } = publishingProfile({ storageAccountType })
    expect(profile).toStrictEqual(said)
  })

  it('sends the type of a region that has its own beside the strategy', () => {
    const own = { ...blankTargetRegion('westus'), storageAccountType: 'Premium_LRS' as const }
    const profile = publishingProfile({ storageAccountType: 'PreferStandard_ZRS', targetRegions: [own] })
    expect(profile).toMatchObject({ targetRegions: [{ name: 'westus', storageAccountType: 'Premium_LRS' }] })
  })

  it('names each kind of source where Azure looks for it', () => {
    const vm = computeId('virtualMachines', 'myVM')
    const version = computeId('galleries/images/versions', 'myGallery/myImageDefinition/0.9.0')
    const uri = 'https://contosovhds.blob.core.windows.net/vhds/os.vhd'
    const dataUri = 'https://contosovhds.blob.core.windows.net/vhds/data.vhd'
    expect(storageProfile({ type: 'VirtualMachine', id: vm })).toStrictEqual({ source: { virtualMachineId: vm } })
    expect(storageProfile({ type: 'ImageVersion', id: version })).toStrictEqual({ source: { id: version } })
    expect(
      storageProfile({ type: 'StorageBlobs', storageAccountId, osDiskUri: uri, dataDisks: [{ lun: 3, uri: dataUri }] }),
    ).toStrictEqual({
      osDiskImage: { source: { uri, storageAccountId } },
      dataDiskImages: [{ lun: 3, source: { uri: dataUri, storageAccountId } }],
    })
  })

  it('leaves out what is still blank', () => {
    const plan = {
      ...blankPlan(imageDefinitionId),
      location: 'westus',
      encryptionType: 'EncryptionAtRestWithCustomerKey' as const,
      targetRegions: [
        blankTargetRegion('westus'),
        blankTargetRegion(''),
        customerManaged('eastus2', { os: '', 0: 'Set2' }),
      ],
    }
    expect(toArm(plan)).toStrictEqual({
      location: 'westus',
      tags: {},
      properties: {
        publishingProfile: {
          targetRegions: [
            { name: 'westus' },
            { name: 'eastus2', encryption: { dataDiskImages: [{ lun: 0, ...set('Set2') }] } },
          ],
          storageAccountType: 'Standard_LRS',
        },
        storageProfile: {},
      },
    })
    const disks = { type: 'DisksAndSnapshots', osDiskId: '', dataDisks: [{ lun: 0, id: '' }] } as const
    expect(storageProfile({ ...disks, dataDisks: [...disks.dataDisks] })).toStrictEqual({})
  })
})

describe('imageVersionId', () => {
  it('is the id below the definition', () => {
    expect(imageVersionId(aPlan())).toBe(`${imageDefinitionId}/versions/1.0.0`)
  })

  it.each([
    ['no definition', { imageDefinitionId: '' }],
    ['the id of something else', { imageDefinitionId: computeId('images', 'myImage') }],
    ['no name', { name: '' }],
    ['a name that climbs', { name: '..' }],
    ['a name with a slash', { name: '1.0.0/../9.9.9' }],
  ])('refuses %s', (_, overrides) => {
    expect(() => imageVersionId(aPlan(overrides))).toThrow('Not the id of an Azure resource')
  })
})

describe('apiVersionToCreate', () => {
  it('is one that sets no end of life by itself, wherever that one knows all of the plan', () => {
    expect(apiVersionToCreate(aPlan())).toBe('2025-12-03')
  })

  it('is the newest for confidential data disks, whose body then says that deletion is not blocked', () => {
    const plan = aPlan({ confidentialVMEncryptionType: 'EncryptedWithPmk', confidentialDataDisks: true })
    expect(apiVersionToCreate(plan)).toBe('2026-03-03')
    expect(toArm(plan).properties.safetyProfile).toEqual({ blockDeletionBeforeEndOfLife: false })
  })
})
