import { errorAt, type ImageVersionPlan, type IssuePath } from '@portal/image-version'
import { aPlan, anInventory, customerManaged } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { isToldAtOnce } from './immediate-issues.ts'

function isTold(path: IssuePath, plan: Partial<ImageVersionPlan> = {}): boolean {
  return isToldAtOnce(errorAt(path, 'SourceRequired', {}), {
    plan: aPlan(plan),
    inventory: anInventory(),
    arrivedName: '',
  })
}

it.each([
  ['osDiskImage', true],
  ['secureVMDiskEncryptionSetId', false],
])('tells of a cell at once where it holds a set: %s', (cell, isFilled) => {
  const targetRegions = [customerManaged('westus', { os: 'WestUSDiskEncryptionSet1' })]
  expect(isTold(['targetRegions', 0, 'encryption', cell], { targetRegions })).toBe(isFilled)
  expect(isTold(['targetRegions', 0, 'encryption', 'dataDiskImages', 0], { targetRegions })).toBe(false)
  expect(isTold(['targetRegions', 0, 'name'], { targetRegions })).toBe(false)
})

it('tells of a source at once where all of it is chosen, and never of addresses that are typed', () => {
  expect(isTold(['source', 'id'])).toBe(true)
  expect(isTold(['source', 'id'], { source: { type: 'ManagedImage', id: '' } })).toBe(false)
  const blobs = { type: 'StorageBlobs', storageAccountId: '/account', osDiskUri: 'h', dataDisks: [] } as const
  expect(isTold(['source', 'osDiskUri'], { source: { ...blobs, dataDisks: [] } })).toBe(false)
})

it('tells of a version name only once it was left, or at once if it came with the draft and is taken', () => {
  expect(isTold(['name'])).toBe(false)
  const plan = aPlan({ name: '1.0.0' })
  const taken = errorAt(['name'], 'VersionNameExists', { name: '1.0.0' })
  expect(isToldAtOnce(taken, { plan, inventory: anInventory(), arrivedName: '1.0.0' })).toBe(true)
  expect(isToldAtOnce(taken, { plan, inventory: anInventory(), arrivedName: '' })).toBe(false)
})
