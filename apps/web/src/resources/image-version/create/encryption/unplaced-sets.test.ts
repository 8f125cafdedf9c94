import { aPlan, anInventory, customerManaged } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { unplacedSets } from './unplaced-sets.ts'

const targetRegions = [customerManaged('westus', { os: 'one', 0: 'two', 1: 'three' })]
const disks = (...of: Parameters<typeof unplacedSets>) => unplacedSets(...of).map(({ disk }) => disk)

it('lists every set while the source is not known', () => {
  const plan = aPlan({ source: { type: 'ManagedImage', id: '' }, targetRegions })
  expect(disks(plan, anInventory())).toEqual(['os', 0, 1])
})

it('lists the sets of LUNs that the source does not have', () => {
  expect(disks(aPlan({ targetRegions }), anInventory())).toEqual([1])
})

it('lists nothing for platform-managed keys, which leave the sets aside', () => {
  const plan = aPlan({ encryptionType: 'EncryptionAtRestWithPlatformKey', targetRegions })
  expect(disks(plan, anInventory())).toEqual([])
})
