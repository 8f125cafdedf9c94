import { readyFacts } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { reviewedDisks } from './reviewed-disks.ts'

function rowsOf(plan: Partial<ImageVersionPlan>) {
  const inventory = anInventory()
  const diskEncryptionSets = inventory.diskEncryptionSets.map((set) =>
    set.name === 'WestUSDiskEncryptionSet1' ? { ...set, facts: readyFacts() } : set,
  )
  return reviewedDisks(aPlan(plan), { ...inventory, diskEncryptionSets }).map(({ region, disks, setName, state }) => [
    region.name,
    disks,
    setName,
    state,
  ])
}

it('has a row for the disks of a region with the same set, and says whether the set is ready', () => {
  const targetRegions = [
    customerManaged('westus', { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDiskEncryptionSet1' }),
    customerManaged('eastus2', { os: 'EastUS2DiskEncryptionSet1', 0: '' }),
  ]
  expect(rowsOf({ targetRegions })).toEqual([
    ['westus', ['os', 0], 'WestUSDiskEncryptionSet1', 'ready'],
    ['eastus2', ['os'], 'EastUS2DiskEncryptionSet1', 'unknown'],
    ['eastus2', [0], '', undefined],
  ])
})

it('calls a set that Azure does not have not ready', () => {
  const targetRegions = [customerManaged('westus', { os: 'GoneSet', 0: 'GoneSet' })]
  expect(rowsOf({ targetRegions })).toEqual([['westus', ['os', 0], 'GoneSet', 'blocked']])
})

it('has no set and no readiness with platform-managed keys', () => {
  const encryptionType = 'EncryptionAtRestWithPlatformKey' as const
  expect(rowsOf({ encryptionType, targetRegions: [blankTargetRegion('westus')] })).toEqual([
    ['westus', ['os', 0], undefined, undefined],
  ])
})
