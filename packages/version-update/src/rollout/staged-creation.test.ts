import { toArm } from '@portal/image-version'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { planOfHomeRegion, regionsBesidesHome, stagedCreation } from './staged-creation.ts'

const plan = aPlan({
  targetRegions: [
    customerManaged('japaneast', { os: 'Japan1', 0: 'Japan2' }),
    customerManaged('West US', { os: 'WestUS1', 0: 'WestUS2' }),
    customerManaged('westeurope', { os: 'Europe1', 0: 'Europe2' }),
  ],
})
const wholeRegions = toArm(plan).properties.publishingProfile.targetRegions

describe('stagedCreation', () => {
  it('creates the version in its own region alone, with all else that the plan says', () => {
    const { creation } = stagedCreation(plan, [['westeurope'], ['japaneast']])
    expect(creation.properties.publishingProfile.targetRegions).toEqual([wholeRegions[1]])
    expect(creation).toEqual(toArm(planOfHomeRegion(plan)))
    expect(creation.properties.storageProfile).toEqual(toArm(plan).properties.storageProfile)
  })

  it('adds a batch a step, in their order, each region as the whole plan would have sent it', () => {
    const { steps } = stagedCreation(plan, [['West Europe'], ['japaneast']])
    expect(steps.map(({ added }) => added)).toEqual([[wholeRegions[2]], [wholeRegions[0]]])
    expect(steps.map(({ removed, changed }) => [removed, changed])).toEqual([
      [[], {}],
      [[], {}],
    ])
  })

  it('keeps the confidential type of each region', () => {
    const confidential = { ...plan, confidentialVMEncryptionType: 'EncryptedVMGuestStateOnlyWithPmk' as const }
    const { steps } = stagedCreation(confidential, [['japaneast']])
    expect(JSON.stringify(steps[0]?.added)).toContain('EncryptedVMGuestStateOnlyWithPmk')
  })
})

it('the regions that may wait are those besides the version’s own', () => {
  expect(regionsBesidesHome(plan).map(({ name }) => name)).toEqual(['japaneast', 'westeurope'])
})
