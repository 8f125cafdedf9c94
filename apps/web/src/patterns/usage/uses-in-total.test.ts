import type { ImageVersionUseCount } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { isUnused, otherKeys, usesByRegion, usesInTotal } from './uses-in-total.ts'

const set =
  '/subscriptions/0a0a0a0a-1111-4222-8333-444444444444/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/s'

function counted(facts: Partial<ImageVersionUseCount>): ImageVersionUseCount {
  return {
    kind: 'virtualMachine',
    location: 'westus',
    isOfVersion: true,
    isOutdated: false,
    count: 1,
    instances: 0,
    examples: [],
    upgraded: [],
    ...facts,
  }
}

const counts = [
  counted({ count: 2, latest: '1.1.0' }),
  counted({ isOfVersion: false, isOutdated: true, count: 3, latest: '1.1.0' }),
  counted({ kind: 'scaleSet', location: 'eastus', instances: 5 }),
  counted({ kind: 'disk', count: 4, disk: { disk: 'os', encryption: 'customer', diskEncryptionSetId: set } }),
  counted({ kind: 'disk', count: 6, disk: { disk: 'os', encryption: 'platform' } }),
  counted({ kind: 'disk', count: 7, disk: { disk: 0, encryption: 'customer', diskEncryptionSetId: `${set}2` } }),
  // follows the latest version, which is another one
  counted({ kind: 'scaleSet', location: 'uksouth', isOfVersion: false, upgraded: ['x'] }),
]

it('adds up what was created from a version, and what is outdated', () => {
  expect(usesInTotal(counts)).toEqual({ virtualMachine: 2, scaleSet: 1, disk: 17, instances: 5, outdated: 3 })
})

it('adds up by region, and leaves out regions without either', () => {
  expect(usesByRegion(counts)).toMatchObject([
    { location: 'eastus', scaleSet: 1, instances: 5 },
    { location: 'westus', latest: '1.1.0', virtualMachine: 2, disk: 17, outdated: 3 },
  ])
})

it('is unused only without instances, too', () => {
  expect(isUnused(usesInTotal([counted({ isOfVersion: false })]))).toBe(true)
  expect(isUnused(usesInTotal([counted({ count: 0, instances: 1 })]))).toBe(false)
})

it('counts disks that have another set, and those that have none', () => {
  const sets = (['os', 0] as const).map((disk) => ({ location: 'westus', disk, diskEncryptionSetIds: [set] }))
  expect(otherKeys(counts, sets)).toEqual({ 'other-set': 7, 'platform-key': 6 })
  expect(otherKeys(counts, [])).toEqual({ 'other-set': 0, 'platform-key': 0 })
})
