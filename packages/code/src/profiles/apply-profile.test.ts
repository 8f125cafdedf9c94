import { campaignMatrix } from '@portal/campaign'
import { computeId, diskEncryptionSetId, otherSubscriptionId } from '@portal/disk-encryption/testing'
import { blankTargetRegion } from '@portal/image-version'
import { aManagedImage, anInventory, aPlan, aStoredVersion, customerManaged } from '@portal/image-version/testing'
import { check } from '@portal/version-rules'
import { describe, expect, it } from 'vitest'
import { applyProfile, planProfileTarget } from './apply-profile.ts'
import { planOfProfile, profileRegionsOfPlan, profileRegionsOfVersion } from './profile-of.ts'

const inventory = anInventory()
const profile = { name: 'Production', regions: profileRegionsOfPlan(aPlan()) }

function leftOut(os: string) {
  const plan = aPlan({ targetRegions: [blankTargetRegion('westus')] })
  const regions = profileRegionsOfPlan(aPlan({ targetRegions: [customerManaged('westus', { os })] }))
  const applied = applyProfile({ name: 'Other', regions }, planProfileTarget(plan, inventory))
  expect(applied.chosen).toEqual([])
  return applied.leftOut.map(({ cell, reason }) => [cell.region, cell.disk, reason].join(' '))
}

describe('a profile that is applied', () => {
  it('chooses the set of each disk in each region, as the plan that it came from had it', () => {
    const plan = aPlan({ targetRegions: [blankTargetRegion('eastus2'), blankTargetRegion('westus')] })
    const { chosen, leftOut: none, unnamed } = applyProfile(profile, planProfileTarget(plan, inventory))
    expect([none, unnamed]).toEqual([[], []])
    expect(chosen.map(({ cell, diskEncryptionSetId: id }) => [cell.index, cell.disk, id])).toEqual([
      [0, 'os', diskEncryptionSetId('EastUS2DiskEncryptionSet1')],
      [0, 0, diskEncryptionSetId('EastUS2DiskEncryptionSet2')],
      [1, 'os', diskEncryptionSetId('WestUSDiskEncryptionSet1')],
      [1, 0, diskEncryptionSetId('WestUSDiskEncryptionSet2')],
    ])
  })

  it('says which cells it does not know', () => {
    const plan = aPlan({ targetRegions: [blankTargetRegion('japaneast')] })
    const { chosen, unnamed } = applyProfile(profile, planProfileTarget(plan, inventory))
    expect(chosen).toEqual([])
    expect(unnamed.map(({ region, disk }) => `${region} ${disk}`)).toEqual(['japaneast os', 'japaneast 0'])
  })

  it('leaves out a set that Azure does not have, or that the cell cannot use', () => {
    expect(leftOut('GoneSet')).toEqual(['westus os NotFound'])
    expect(leftOut('/no/id/at/all')).toEqual(['westus os NotFound'])
    const elsewhere = computeId('diskEncryptionSets', 'WestUSDiskEncryptionSet1', otherSubscriptionId)
    expect(leftOut(elsewhere)).toEqual(['westus os InAnotherSubscription'])
    expect(leftOut('EastUS2DiskEncryptionSet1')).toEqual(['westus os InAnotherRegion'])
    expect(leftOut('WestUSDoubleEncryptionSet')).toEqual(['westus os OfAnotherType'])
  })

  it('takes Azure’s spelling of a set', () => {
    const targetRegions = [
      customerManaged('westus', { os: diskEncryptionSetId('westusdiskencryptionset1').toUpperCase() }),
    ]
    const regions = profileRegionsOfPlan(aPlan({ targetRegions }))
    const applied = applyProfile({ name: 'Loud', regions }, planProfileTarget(aPlan(), inventory))
    expect(applied.chosen.map(({ diskEncryptionSetId: id }) => id)).toEqual([
      diskEncryptionSetId('WestUSDiskEncryptionSet1'),
    ])
  })
})

describe('a profile that is taken', () => {
  it('from a version has the sets that Azure stores, and no region without one', () => {
    const regions = profileRegionsOfVersion({
      targetRegions: [
        { name: 'West US', osDiskImage: diskEncryptionSetId('a'), dataDiskImages: [{ lun: 1 }] },
        { name: 'East US 2', dataDiskImages: [{ lun: 0, diskEncryptionSetId: diskEncryptionSetId('b') }] },
        { name: 'Japan East', dataDiskImages: [{ lun: 0 }] },
      ],
    })
    expect(regions).toEqual([
      customerManagedRegion('westus', { os: 'a' }),
      customerManagedRegion('eastus2', { 0: 'b' }),
    ])
  })

  it('from a plan with platform-managed keys has none, whatever was chosen before', () => {
    expect(profileRegionsOfPlan(aPlan({ encryptionType: 'EncryptionAtRestWithPlatformKey' }))).toEqual([])
  })

  it('becomes a plan, which is checked like any', () => {
    const { imageDefinitionId, name, location, source } = aPlan()
    const plan = { ...planOfProfile(profile), imageDefinitionId, name, location, source }
    expect(profileRegionsOfPlan(plan)).toEqual(profile.regions)
    expect(check(plan, inventory).filter(({ severity }) => severity === 'error')).toEqual([])
    const gone = { ...inventory, diskEncryptionSets: inventory.diskEncryptionSets.slice(1) }
    expect(check(plan, gone).filter(({ severity }) => severity === 'error')).toHaveLength(1)
  })
})

function customerManagedRegion(region: string, sets: Parameters<typeof customerManaged>[1]) {
  const { name, encryption } = customerManaged(region, sets)
  return { name, encryption }
}

describe('the matrix of a campaign', () => {
  it('takes a profile like that of a version: sets that fit, and the reason for the others', () => {
    const surveyed = [{ version: aStoredVersion(), sources: [aManagedImage('myImage')] }]
    const set = diskEncryptionSetId('WestUSDiskEncryptionSet1')
    const region = (name: string, osDiskImage: string) => ({
      name,
      encryption: { osDiskImage, dataDiskImages: [], secureVMDiskEncryptionSetId: '' },
    })
    const profile = { name: 'Production', regions: [region('westus', set), region('eastus2', set)] }
    const target = planProfileTarget(campaignMatrix(surveyed, 'EncryptionAtRestWithCustomerKey'), anInventory())
    const { chosen, leftOut, unnamed } = applyProfile(profile, target)
    expect(chosen.map(({ cell, diskEncryptionSetId: id }) => [cell.region, cell.disk, id])).toEqual([
      ['westus', 'os', set],
    ])
    expect(leftOut.map(({ cell, reason }) => [cell.region, reason])).toEqual([['eastus2', 'InAnotherRegion']])
    expect(unnamed.map(({ region: name, disk }) => [name, disk])).toEqual([
      ['westus', 0],
      ['eastus2', 0],
    ])
  })
})
