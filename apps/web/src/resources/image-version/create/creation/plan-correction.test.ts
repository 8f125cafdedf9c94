import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { expect, it } from 'vitest'
import { planCorrection } from './plan-correction.ts'

const plan = { ...blankPlan('definition'), targetRegions: ['westus', 'japaneast'].map(blankTargetRegion) }

it('takes the region out that Azure does not want, and shows the others', () => {
  expect(planCorrection({ action: 'removeTargetRegion', region: 'japaneast' }, [], plan)).toEqual({
    edit: { type: 'removeTargetRegion', index: 1 },
    tab: 'replication',
  })
})

it('takes nothing out where the region has gone already', () => {
  expect(planCorrection({ action: 'removeTargetRegion', region: 'uksouth' }, [], plan)).toEqual({ tab: 'replication' })
})

it('adds the region that Azure demands', () => {
  expect(planCorrection({ action: 'addTargetRegion', region: 'uksouth' }, [], plan)).toEqual({
    edit: { type: 'addTargetRegion', name: 'uksouth' },
    tab: 'replication',
  })
})

it.each([
  [{ action: 'chooseAnotherSet' }, [], 'encryption'],
  [{ action: 'chooseAnotherSource' }, ['encryptionType'], 'basics'],
  [{ action: 'correctField' }, ['tags', 0, 'name'], 'tags'],
] as const)('leads %j to the tab where it is done', (repair, path, tab) => {
  expect(planCorrection(repair, [...path], plan)).toEqual({ tab })
})

it('leaves the plan as it is where Azure only wants it again later', () => {
  expect(planCorrection({ action: 'retry' }, [], plan)).toBeUndefined()
})
