import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { describe, expect, it } from 'vitest'
import { regionBatches, regionBatchesOfPlan, leastSize } from './region-batches.ts'

const planOf = (...names: string[]) => ({
  ...blankPlan(''),
  location: 'westus',
  targetRegions: names.map(blankTargetRegion),
})

it('keeps the regions in their order, the last batch with what is left', () => {
  const { targetRegions } = planOf('eastus', 'uksouth', 'italynorth')
  expect(regionBatches(targetRegions, 2)).toEqual([['eastus', 'uksouth'], ['italynorth']])
})

describe('regionBatchesOfPlan', () => {
  it('leaves the version’s own region out, wherever it stands', () => {
    expect(regionBatchesOfPlan(planOf('eastus', 'westus', 'uksouth'), 1)).toEqual([['eastus'], ['uksouth']])
  })
  it('has none at once, nor for one region alone', () => {
    expect(regionBatchesOfPlan(planOf('westus', 'eastus', 'uksouth'), null)).toEqual([])
    expect(regionBatchesOfPlan(planOf('westus', 'eastus'), 1)).toEqual([])
  })
  it('makes no more batches than a rollout takes, also of regions that came after the size was chosen', () => {
    const names = Array.from({ length: 60 }, (_, index) => `region${index}`)
    expect(regionBatchesOfPlan(planOf('westus', ...names), 1)).toHaveLength(20)
    expect(leastSize(60)).toBe(3)
  })
})
