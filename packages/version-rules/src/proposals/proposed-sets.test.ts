import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { anInventory, aPlan, aSourceVersion, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { onlyFittingSets, proposedSets } from './proposed-sets.ts'

const blank = [blankTargetRegion('westus'), blankTargetRegion('eastus2')]
const encrypted = [
  customerManaged('westus', { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDiskEncryptionSet2' }),
  customerManaged('eastus2', { os: 'EastUS2DiskEncryptionSet1', 0: 'EastUS2DiskEncryptionSet2' }),
]
const platformKeys = { encryptionType: 'EncryptionAtRestWithPlatformKey', targetRegions: blank } as const

function proposed(plan: Partial<ImageVersionPlan>, inventory: Partial<Inventory> = {}) {
  const latestEncryptedVersion = { name: '1.1.0', targetRegions: encrypted }
  return proposedSets(aPlan({ targetRegions: blank, ...plan }), anInventory({ latestEncryptedVersion, ...inventory }))
}

const cell = (index: number, disk: 'os' | number, set: string) => ({
  index,
  disk,
  diskEncryptionSetId: diskEncryptionSetId(set),
})

describe('the sets of the latest encrypted version', () => {
  it('are proposed for the same regions and disks, with its encryption type instead of platform-managed keys', () => {
    expect(proposed(platformKeys)).toEqual({
      like: '1.1.0',
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      cells: [
        cell(0, 'os', 'WestUSDiskEncryptionSet1'),
        cell(0, 0, 'WestUSDiskEncryptionSet2'),
        cell(1, 'os', 'EastUS2DiskEncryptionSet1'),
        cell(1, 0, 'EastUS2DiskEncryptionSet2'),
      ],
    })
  })

  it('fill empty cells only', () => {
    const targetRegions = [
      customerManaged('westus', { os: 'WestUSDiskEncryptionSet2' }),
      blankTargetRegion('japaneast'),
    ]
    expect(proposed({ targetRegions })?.cells).toEqual([cell(0, 0, 'WestUSDiskEncryptionSet2')])
  })

  it('leave out a set that Azure no longer has, or that its cell does not accept', () => {
    const { diskEncryptionSets } = anInventory()
    const left = diskEncryptionSets.filter(({ name }) => name !== 'WestUSDiskEncryptionSet1')
    const moved = left.map((set) => (set.name === 'EastUS2DiskEncryptionSet1' ? { ...set, location: 'westus' } : set))
    expect(proposed({}, { diskEncryptionSets: moved })?.cells).toEqual([
      cell(0, 0, 'WestUSDiskEncryptionSet2'),
      cell(1, 0, 'EastUS2DiskEncryptionSet2'),
    ])
  })

  it.each<[string, Partial<ImageVersionPlan>]>([
    ['the plan asks for double encryption', { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }],
    ['its disks are not known', { source: { type: 'ManagedImage', id: '' } }],
    [
      'its source is a version, which can’t be encrypted',
      { source: { type: 'ImageVersion', id: aSourceVersion('0.9.0').id } },
    ],
    ['every cell has a set', { targetRegions: encrypted }],
  ])('are not proposed: %s', (_, plan) => {
    expect(proposed(plan)).toBeUndefined()
  })
})

describe('the only fitting set', () => {
  const double = { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' } as const

  it('is proposed for each empty cell that has no other', () => {
    const targetRegions = [
      blankTargetRegion('westus'),
      customerManaged('eastus2', { os: 'EastUS2DoubleEncryptionSet' }),
    ]
    expect(onlyFittingSets(aPlan({ ...double, targetRegions }), anInventory())).toEqual([
      cell(0, 'os', 'WestUSDoubleEncryptionSet'),
      cell(0, 0, 'WestUSDoubleEncryptionSet'),
      cell(1, 0, 'EastUS2DoubleEncryptionSet'),
    ])
  })

  it('is not proposed where several fit', () => {
    expect(onlyFittingSets(aPlan({ targetRegions: blank }), anInventory())).toEqual([])
  })

  it('is not proposed while Azure creates it', () => {
    const { diskEncryptionSets } = anInventory()
    const creating = diskEncryptionSets.map((set) => ({ ...set, provisioningState: 'Creating' }))
    expect(
      onlyFittingSets(aPlan({ ...double, targetRegions: blank }), anInventory({ diskEncryptionSets: creating })),
    ).toEqual([])
  })

  it('is not proposed with platform-managed keys, which need none', () => {
    expect(onlyFittingSets(aPlan(platformKeys), anInventory())).toEqual([])
  })
})
