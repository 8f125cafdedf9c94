import { describe, expect, it } from 'vitest'
import { blankPlan, type ImageVersionPlan } from '@portal/image-version'
import { planReducer, type Edit } from './plan-reducer.ts'

const edited = (...edits: Edit[]): ImageVersionPlan => edits.reduce(planReducer, blankPlan('definition'))
const names = (plan: ImageVersionPlan) => plan.targetRegions.map((region) => region.name)

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
    const plan = edited(
      ...twoRegions,
      { type: 'chooseDiskEncryptionSet', index: 1, disk: 2, diskEncryptionSetId: 'two' },
      { type: 'chooseDiskEncryptionSet', index: 1, disk: 1, diskEncryptionSetId: 'one' },
      { type: 'chooseDiskEncryptionSet', index: 1, disk: 'os', diskEncryptionSetId: 'os' },
    )
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
    const plan = edited(
      ...twoRegions,
      { type: 'chooseDiskEncryptionSet', index: 0, disk: 1, diskEncryptionSetId: 'one' },
      { type: 'chooseDiskEncryptionSet', index: 0, disk: 1, diskEncryptionSetId: '' },
    )
    expect(plan.targetRegions[0]?.encryption.dataDiskImages).toEqual([])
  })

  it('stays when another source has its LUN, and goes when none shows it', () => {
    const plan = edited(
      ...twoRegions,
      { type: 'chooseDiskEncryptionSet', index: 0, disk: 0, diskEncryptionSetId: 'zero' },
      { type: 'chooseDiskEncryptionSet', index: 0, disk: 4, diskEncryptionSetId: 'four' },
      { type: 'setSource', source: { type: 'ManagedImage', id: 'other' }, luns: [0, 1] },
    )
    expect(plan.targetRegions[0]?.encryption.dataDiskImages).toEqual([{ lun: 0, diskEncryptionSetId: 'zero' }])
  })

  it('is empty when its row gets another region', () => {
    const plan = edited(
      ...twoRegions,
      { type: 'chooseDiskEncryptionSet', index: 1, disk: 'os', diskEncryptionSetId: 'os' },
      { type: 'changeTargetRegion', index: 1, change: { name: 'northeurope' } },
    )
    expect(plan.targetRegions[1]).toMatchObject({ name: 'northeurope', encryption: { osDiskImage: '' } })
  })

  it('stays when only the replica count of its row changes', () => {
    const plan = edited(
      ...twoRegions,
      { type: 'chooseDiskEncryptionSet', index: 1, disk: 'os', diskEncryptionSetId: 'os' },
      { type: 'changeTargetRegion', index: 1, change: { regionalReplicaCount: 5 } },
    )
    expect(plan.targetRegions[1]).toMatchObject({ regionalReplicaCount: 5, encryption: { osDiskImage: 'os' } })
  })
})
