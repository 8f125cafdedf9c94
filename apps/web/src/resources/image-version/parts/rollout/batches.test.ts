import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { describe, expect, it } from 'vitest'
import { batchesOf, batchesOfPlan, leastSize } from './batches.ts'

const planOf = (...names: string[]) => ({
  ...blankPlan(''),
  location: 'westus',
  targetRegions: names.map(blankTargetRegion),
})

it('keeps the regions in their order, the last batch with what is left', () => {
  const { targetRegions } = planOf('eastus', 'uksouth', 'italynorth')
  expect(batchesOf(targetRegions, 2)).toEqual([['eastus', 'uksouth'], ['italynorth']])
})

describe('batchesOfPlan', () => {
  it('leaves the version’s own region out, wherever it stands', () => {
    expect(batchesOfPlan(planOf('eastus', 'westus', 'uksouth'), 1)).toEqual([['eastus'], ['uksouth']])
  })
  it('has none at once, nor for one region alone', () => {
    expect(batchesOfPlan(planOf('westus', 'eastus', 'uksouth'), null)).toEqual([])
    expect(batchesOfPlan(planOf('westus', 'eastus'), 1)).toEqual([])
  })
  it('makes no more batches than a rollout takes, also of regions that came after the size was chosen', () => {
    const names = Array.from({ length: 60 }, (_, index) => `region${index}`)
    expect(batchesOfPlan(planOf('westus', ...names), 1)).toHaveLength(20)
    expect(leastSize(60)).toBe(3)
  })
})
