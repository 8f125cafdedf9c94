import { expect, it } from 'vitest'
import { blankTargetRegion } from '../plan.ts'
import { aPlan, anInventory } from '../testing/plans.ts'
import { expectedCopies } from './expected-copies.ts'

it('counts the replicas of every region, each with all disks of the image', () => {
  expect(expectedCopies(aPlan(), anInventory())).toEqual({ regions: 2, copies: 3, sizeInGB: 3 * (30 + 128) })
})

it('leaves out a region that is not chosen yet', () => {
  const targetRegions = [blankTargetRegion('westus'), blankTargetRegion('')]
  expect(expectedCopies(aPlan({ targetRegions }), anInventory())).toMatchObject({ regions: 1, copies: 1 })
})

it('gives no size while the disks are not known', () => {
  const source = { type: 'ManagedImage', id: '' } as const
  expect(expectedCopies(aPlan({ source }), anInventory()).sizeInGB).toBeUndefined()
})
