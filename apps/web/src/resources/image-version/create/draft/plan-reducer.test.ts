import { blankPlan, type DiskKey, type ImageVersionPlan } from '@portal/image-version'
import { describe, expect, it } from 'vitest'
import { planReducer, type Edit } from './plan-reducer.ts'

const edited = (...edits: Edit[]): ImageVersionPlan => edits.reduce(planReducer, blankPlan('definition'))
const fill = (index: number, disk: DiskKey | 'confidential', diskEncryptionSetId: string): Edit => ({
  type: 'fillCells',
  cells: [{ index, disk, diskEncryptionSetId }],
})
const names = (plan: ImageVersionPlan) => plan.targetRegions.map((region) => region.name)

it('S43 a shared access signature that is typed or pasted enters no plan, and the mark before it tells of it', () => {
  const signed = (blob: string) => `https://contosovhds.blob.core.windows.net/vhds/${blob}.vhd?sv=2024-11-04&sig=secret`
  const plan = edited({
    type: 'setSource',
    source: {
      type: 'StorageBlobs',
      storageAccountId: '',
      osDiskUri: signed('os'),
      dataDisks: [{ lun: 0, uri: signed('data') }],
    },
    luns: [0],
  })
  expect(JSON.stringify(plan)).not.toContain('secret')
  expect(plan.source).toMatchObject({ osDiskUri: 'https://contosovhds.blob.core.windows.net/vhds/os.vhd?' })
})

describe('the home region', () => {
  it('is the first target region', () => {
    expect(names(edited({ type: 'setLocation', location: 'westus' }))).toEqual(['westus'])
  })

  it('moves along when the version moves, and the others stay', () => {
    const plan = edited(
      { type: 'setLocation', location: 'westus' },
      { type: 'addTargetRegion', name: 'eastus2' },
      { type: 'setLocation', location: 'westeurope' },
    )
    expect(names(plan)).toEqual(['westeurope', 'eastus2'])
  })

  it('keeps what was chosen for it when it was a target region already', () => {
    const plan = edited(
      { type: 'setLocation', location: 'westus' },
      { type: 'addTargetRegion', name: 'eastus2' },
      { type: 'changeTargetRegion', index: 1, change: { regionalReplicaCount: 3 } },
      { type: 'setLocation', location: 'eastus2' },
    )
    expect(plan.targetRegions).toMatchObject([{ name: 'eastus2', regionalReplicaCount: 3 }])
  })
})

describe('a cell', () => {
  const twoRegions: Edit[] = [
    { type: 'setLocation', location: 'westus' },
    { type: 'addTargetRegion', name: 'eastus2' },
  ]

  it('holds the set chosen for its region and LUN, LUNs in order', () => {
    const plan = edited(...twoRegions, fill(1, 2, 'two'), fill(1, 1, 'one'), fill(1, 'os', 'os'))
    expect(plan.targetRegions[0]?.encryption).toMatchObject({ osDiskImage: '', dataDiskImages: [] })
    expect(plan.targetRegions[1]?.encryption).toMatchObject({
      osDiskImage: 'os',
      dataDiskImages: [
        { lun: 1, diskEncryptionSetId: 'one' },
        { lun: 2, diskEncryptionSetId: 'two' },
      ],
    })
  })

  it('can be emptied again', () => {
    const plan = edited(...twoRegions, fill(0, 1, 'one'), fill(0, 1, ''))
    expect(plan.targetRegions[0]?.encryption.dataDiskImages).toEqual([])
  })

  it('stays at the LUNs that are kept for another source, and goes at the others', () => {
    const plan = edited(...twoRegions, fill(0, 0, 'zero'), fill(0, 4, 'four'), {
      type: 'setSource',
      source: { type: 'ManagedImage', id: 'other' },
      luns: [0, 1],
    })
    expect(plan.targetRegions[0]?.encryption.dataDiskImages).toEqual([{ lun: 0, diskEncryptionSetId: 'zero' }])
  })

  it('is empty when its row gets another region', () => {
    const plan = edited(...twoRegions, fill(1, 'os', 'os'), {
      type: 'changeTargetRegion',
      index: 1,
      change: { name: 'northeurope' },
    })
    expect(plan.targetRegions[1]).toMatchObject({ name: 'northeurope', encryption: { osDiskImage: '' } })
  })

  it('stays when only the replica count of its row changes', () => {
    const plan = edited(...twoRegions, fill(1, 'os', 'os'), {
      type: 'changeTargetRegion',
      index: 1,
      change: { regionalReplicaCount: 5 },
    })
    expect(plan.targetRegions[1]).toMatchObject({ regionalReplicaCount: 5, encryption: { osDiskImage: 'os' } })
  })

  it('is filled together with others, and regions that get nothing stay as they are', () => {
    const before = edited(...twoRegions)
    const plan = planReducer(before, {
      type: 'fillCells',
      cells: [
        { index: 1, disk: 3, diskEncryptionSetId: 'three' },
        { index: 1, disk: 'os', diskEncryptionSetId: 'os' },
        { index: 1, disk: 'confidential', diskEncryptionSetId: 'secure' },
      ],
    })
    expect(plan.targetRegions[0]).toBe(before.targetRegions[0])
    expect(plan.targetRegions[1]?.encryption).toEqual({
      osDiskImage: 'os',
      dataDiskImages: [{ lun: 3, diskEncryptionSetId: 'three' }],
      secureVMDiskEncryptionSetId: 'secure',
    })
  })

  it('is emptied when another type is chosen that its set does not go with, and else stays', () => {
    const plan = edited(...twoRegions, fill(0, 'os', 'os'), fill(0, 1, 'one'), {
      type: 'setEncryption',
      fields: { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' },
      cells: [{ index: 0, disk: 'os', diskEncryptionSetId: '' }],
    })
    expect(plan).toMatchObject({
      encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
      targetRegions: [{ encryption: { osDiskImage: '', dataDiskImages: [{ lun: 1 }] } }, {}],
    })
  })
})
