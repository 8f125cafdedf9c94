import { aPlan, anInventory, customerManaged } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { remainingLuns } from './remaining-luns.ts'

const targetRegions = [customerManaged('westus', { os: 'one', 1: 'two', 2: 'three' })]
const disks = (...luns: number[]) => ({
  type: 'DisksAndSnapshots' as const,
  osDiskId: '',
  dataDisks: luns.map((lun) => ({ lun, id: '' })),
})

it('keeps the sets of LUNs that another source does not have', () => {
  const plan = aPlan({ source: { type: 'ManagedImage', id: '' }, targetRegions })
  expect(remainingLuns(plan, { type: 'ManagedImage', id: 'gone' }, anInventory())).toEqual([1, 2])
  expect(remainingLuns(plan, disks(1), anInventory())).toEqual([1, 2])
})

it('drops the set of a disk that is removed or renumbered', () => {
  expect(remainingLuns(aPlan({ source: disks(1, 2), targetRegions }), disks(1, 5), anInventory())).toEqual([1, 5])
})
