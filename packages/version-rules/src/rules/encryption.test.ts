import {
  aDiskEncryptionSet,
  computeId,
  diskEncryptionSetId,
  otherSubscriptionId,
} from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan, type Inventory, type TargetRegion } from '@portal/image-version'
import { aManagedImage, anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { check } from '../check.ts'
import { encryptionLunIssues, encryptionMatrixIssues } from './encryption-matrix.ts'
import {
  customerKeyObstacle,
  doubleEncryptionIssues,
  platformKeyIssues,
  sharedGalleryIssues,
} from './encryption-support.ts'

const both = { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDiskEncryptionSet2' }

function found(plan: Partial<ImageVersionPlan>, inventory: Partial<Inventory> = {}): string[][] {
  const args = [aPlan(plan), anInventory(inventory)] as const
  return [...encryptionMatrixIssues(...args), ...encryptionLunIssues(...args)].map(({ code, path }) => [
    code,
    path.slice(1).join('.'),
  ])
}

describe('the cells of the Encryption tab', () => {
  it('want a set for each disk of the source in each region', () => {
    expect(found({ targetRegions: [blankTargetRegion('westus'), blankTargetRegion('eastus2')] })).toEqual([
      ['DiskEncryptionSetRequired', '0.encryption.osDiskImage'],
      ['DiskEncryptionSetRequired', '0.encryption.dataDiskImages.0'],
      ['DiskEncryptionSetRequired', '1.encryption.osDiskImage'],
      ['DiskEncryptionSetRequired', '1.encryption.dataDiskImages.0'],
    ])
  })

  it('are judged anew for a region that moves, or when what Azure has changes', () => {
    const westUs = customerManaged('westus', { os: 'WestUSDiskEncryptionSet1' })
    const eastUs2 = blankTargetRegion('eastus2')
    const inventory = anInventory()
    const judged = (targetRegions: TargetRegion[], known = inventory) =>
      encryptionMatrixIssues(aPlan({ targetRegions }), known).map(({ code, path }) => `${code} ${path[1]}`)
    expect(judged([westUs, eastUs2])).toContain('DiskEncryptionSetRequired 0')
    expect(judged([eastUs2, westUs]).filter((issue) => issue.endsWith('1'))).toEqual(['DiskEncryptionSetRequired 1'])
    const without = { ...inventory, diskEncryptionSets: [] }
    expect(judged([westUs, eastUs2], without)).toContain('DiskEncryptionSetNotFound 0')
  })

  it('want nothing before the source is chosen, but judge the sets that they have', () => {
    const source = { type: 'ManagedImage' as const, id: '' }
    expect(found({ source, targetRegions: [blankTargetRegion('westus')] })).toEqual([])
    expect(found({ source, targetRegions: [customerManaged('westus', { os: 'gone', 1: 'gone' })] })).toEqual([
      ['DiskEncryptionSetNotFound', '0.encryption.osDiskImage'],
    ]) // which LUNs are wrong is not known
  })

  it('of a region without any fitting set are told of once', () => {
    expect(found({ targetRegions: [blankTargetRegion('japaneast')] })).toEqual([
      ['NoDiskEncryptionSetInRegion', '0.encryption.osDiskImage'],
    ])
  })

  it('of such a region with a wrong set are told of at the first empty one', () => {
    expect(found({ targetRegions: [customerManaged('japaneast', { os: 'WestUSDiskEncryptionSet1' })] })).toEqual([
      ['DiskEncryptionSetInAnotherRegion', '0.encryption.osDiskImage'],
      ['NoDiskEncryptionSetInRegion', '0.encryption.dataDiskImages.0'],
    ])
  })

  it('are judged in a region of any spelling, with ids in any case', () => {
    const id = diskEncryptionSetId('WestUSDiskEncryptionSet1').toUpperCase()
    expect(found({ targetRegions: [customerManaged('West US', { os: id, 0: id.toLowerCase() })] })).toEqual([])
  })

  it('of a row without a region wait for it', () => {
    expect(found({ targetRegions: [blankTargetRegion('')] })).toEqual([])
  })

  it.each<[string, Partial<ImageVersionPlan>]>([
    ['a platform key', { encryptionType: 'EncryptionAtRestWithPlatformKey' }],
    ['a source that cannot have a customer key', { source: { type: 'ImageVersion', id: '' } }],
  ])('do not count with %s', (_, plan) => {
    const wrong = customerManaged('eastus2', { os: 'gone', 9: 'WestUSDiskEncryptionSet1' })
    expect(found({ ...plan, targetRegions: [blankTargetRegion('westus'), wrong] })).toEqual([])
  })

  it('of disks and snapshots are those of the LUNs in the plan', () => {
    const source = {
      type: 'DisksAndSnapshots',
      osDiskId: computeId('snapshots', 'myOSSnapshot'),
      dataDisks: [2, 1].map((lun) => ({ lun, id: computeId('snapshots', `data${lun}`) })),
    } as const
    const plan = {
      source: { ...source, dataDisks: [...source.dataDisks] },
      targetRegions: [customerManaged('westus', both)],
    }
    expect(found(plan)).toEqual([
      ['DiskEncryptionSetRequired', '0.encryption.dataDiskImages.1'],
      ['DiskEncryptionSetRequired', '0.encryption.dataDiskImages.2'],
      ['LunNotInSource', '0.encryption.dataDiskImages.0'],
    ])
  })

  it('do not mind a blank entry for a LUN that the source lacks', () => {
    expect(found({ targetRegions: [customerManaged('westus', { ...both, 9: '' })] })).toEqual([])
  })
})

describe('the set of a cell', () => {
  const inOtherSubscription = computeId('diskEncryptionSets', 'WestUSDiskEncryptionSet1', otherSubscriptionId)

  it.each<[string, string, string[], Partial<Inventory>?]>([
    ['fits', 'WestUSDiskEncryptionSet1', []],
    ['is no id', '/WestUSDiskEncryptionSet1', ['DiskEncryptionSetInvalid']],
    ['is the id of something else', computeId('disks', 'disk'), ['DiskEncryptionSetInvalid']],
    ['climbs', `${diskEncryptionSetId('a')}/../b`, ['DiskEncryptionSetInvalid']],
    ['is not there', 'gone', ['DiskEncryptionSetNotFound']],
    ['is of another subscription, not listed', inOtherSubscription, ['DiskEncryptionSetInAnotherSubscription']],
    [
      'is of another subscription, listed',
      inOtherSubscription,
      ['DiskEncryptionSetInAnotherSubscription'],
      {
        diskEncryptionSets: [
          aDiskEncryptionSet('WestUSDiskEncryptionSet1', { id: inOtherSubscription }),
          aDiskEncryptionSet('other'),
        ],
      },
    ],
    ['is of another region', 'EastUS2DiskEncryptionSet1', ['DiskEncryptionSetInAnotherRegion']],
    ['is for double encryption', 'WestUSDoubleEncryptionSet', ['DiskEncryptionSetOfAnotherType']],
    ['is a confidential one', 'WestUSConfidentialSet', ['DiskEncryptionSetOfAnotherType']],
    [
      'failed and does not rotate',
      'bad',
      ['DiskEncryptionSetNotReady', 'DiskEncryptionSetKeyNotRotating'],
      { diskEncryptionSets: [aDiskEncryptionSet('bad', { provisioningState: 'Failed', autoKeyRotationError: 'x' })] },
    ],
  ])('that %s', (_, set, codes, inventory = {}) => {
    const plan = { targetRegions: [customerManaged('westus', { os: set })] }
    const oneDisk = { sources: [aManagedImage('myImage', { dataDisks: [] })], ...inventory }
    expect(found(plan, oneDisk).map(([code]) => code)).toEqual(codes)
  })

  it('of double encryption is one for double encryption', () => {
    const encryptionType = 'EncryptionAtRestWithPlatformAndCustomerKeys'
    const double = { os: 'WestUSDoubleEncryptionSet', 0: 'WestUSDoubleEncryptionSet' }
    expect(found({ encryptionType, targetRegions: [customerManaged('westus', double)] })).toEqual([])
    expect(found({ encryptionType, targetRegions: [customerManaged('westus', both)] }).map(([code]) => code)).toEqual([
      'DiskEncryptionSetOfAnotherType',
      'DiskEncryptionSetOfAnotherType',
    ])
  })

  it('is not held against a subscription that is not known yet', () => {
    expect(found({ imageDefinitionId: '', targetRegions: [customerManaged('westus', both)] })).toEqual([])
  })
})

describe('what may be encrypted with customer keys', () => {
  const gallery = { id: computeId('galleries', 'myGallery'), name: 'myGallery', location: 'westus' }

  it.each([
    ['Private', 'EncryptionAtRestWithCustomerKey', 0],
    ['Groups', 'EncryptionAtRestWithCustomerKey', 1],
    ['Community', 'EncryptionAtRestWithPlatformAndCustomerKeys', 1],
    ['Community', 'EncryptionAtRestWithPlatformKey', 0],
  ] as const)('a gallery shared as %s, %s: %i issues', (sharing, encryptionType, count) => {
    expect(
      sharedGalleryIssues(aPlan({ encryptionType }), anInventory({ gallery: { ...gallery, sharing } })),
    ).toHaveLength(count)
  })

  it.each([
    ['UltraSSD_LRS', 'EncryptionAtRestWithPlatformAndCustomerKeys', 1],
    ['Premium_LRS', 'EncryptionAtRestWithPlatformAndCustomerKeys', 0],
    ['PremiumV2_LRS', 'EncryptionAtRestWithCustomerKey', 0],
  ] as const)('a source disk on %s, %s: %i issues', (storageAccountType, encryptionType, count) => {
    const sources = [aManagedImage('myImage', { dataDisks: [{ lun: 0, disk: { name: 'data', storageAccountType } }] })]
    expect(doubleEncryptionIssues(aPlan({ encryptionType }), anInventory({ sources }))).toHaveLength(count)
  })

  it('does not warn of a source with a customer key when the version has one too', () => {
    const sources = [
      aManagedImage('myImage', { osDisk: { name: 'os', diskEncryptionSetId: diskEncryptionSetId('any') } }),
    ]
    expect(platformKeyIssues(aPlan(), anInventory({ sources }))).toEqual([])
  })

  it('is a VHD or an image version never: one issue, and none for cells', () => {
    const blobs = { type: 'StorageBlobs', storageAccountId: '', osDiskUri: '', dataDisks: [] } as const
    for (const source of [
      { ...blobs, dataDisks: [] },
      { type: 'ImageVersion' as const, id: '' },
    ]) {
      const issues = check(aPlan({ source, targetRegions: [blankTargetRegion('westus')] }), anInventory())
      expect(issues.filter(({ path }) => path[0] === 'encryptionType' || path[2] === 'encryption')).toMatchObject([
        { code: 'EncryptionNotSupportedForSource', params: { sourceType: source.type } },
      ])
    }
  })
})

describe('what keeps a plan from having own keys', () => {
  const platformKey = aPlan({ encryptionType: 'EncryptionAtRestWithPlatformKey' })

  it('is known before they are chosen', () => {
    const source = { type: 'StorageBlobs' as const, storageAccountId: '', osDiskUri: '', dataDisks: [] }
    expect(customerKeyObstacle({ ...platformKey, source }, anInventory())).toBe('EncryptionNotSupportedForSource')
  })

  it('is nothing for disks, snapshots and images in a private gallery', () => {
    expect(customerKeyObstacle(platformKey, anInventory())).toBeUndefined()
  })
})
