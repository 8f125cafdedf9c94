import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { customerManaged } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { diskEncryptionSetIdsOfChange, isNoChange, noChange, type VersionChange } from './version-change.ts'

const region = { name: 'westus', regionalReplicaCount: null, excludeFromLatest: null }

it.each<[boolean, Partial<VersionChange>]>([
  [true, {}],
  [true, { changedRegions: [region] }],
  [false, { changedRegions: [{ ...region, excludeFromLatest: false }] }],
  [false, { removedRegions: ['westus'] }],
  [false, { addedRegions: [customerManaged('westus', {})] }],
  [false, { endOfLifeDate: '' }],
  [false, { blockDeletionBeforeEndOfLife: false }],
])('that nothing is changed is %s of %j', (expected, change) => {
  expect(isNoChange({ ...noChange(), ...change })).toBe(expected)
})

it('names the sets of new regions, each once', () => {
  const addedRegions = [
    customerManaged('westus', { os: 'Set1', 0: 'Set2' }),
    customerManaged('eastus2', { os: 'Set1' }),
  ]
  const ids = diskEncryptionSetIdsOfChange({ ...noChange(), addedRegions })
  expect(ids).toEqual([diskEncryptionSetId('Set1'), diskEncryptionSetId('Set2')])
})
