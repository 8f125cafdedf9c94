import { blankTargetRegion, type StoredVersion } from '@portal/image-version'
import { expect, it } from 'vitest'
import { rebasedChange } from './rebased-change.ts'
import { noChange, type VersionChange } from './version-change.ts'

const change: VersionChange = {
  ...noChange(),
  addedRegions: [blankTargetRegion('japaneast'), blankTargetRegion('uksouth')],
  removedRegions: ['westeurope', 'italynorth'],
  changedRegions: [
    { name: 'westus', regionalReplicaCount: 3, excludeFromLatest: null },
    { name: 'eastus2', regionalReplicaCount: 2, excludeFromLatest: null },
  ],
  replicaCount: 4,
}

function storedWith(...names: string[]): StoredVersion {
  return {
    id: 'id',
    location: 'westus',
    properties: { publishingProfile: { targetRegions: names.map((name) => ({ name })) }, storageProfile: {} },
  }
}

it('keeps what still has its place', () => {
  const stored = storedWith('West US', 'East US 2', 'West Europe', 'Italy North')
  expect(rebasedChange(change, stored)).toEqual({ change, dropped: [] })
})

it('drops what somebody else has added or removed, whatever the spelling', () => {
  const rebased = rebasedChange(change, storedWith('West US', 'Japan East', 'West Europe'))
  expect(rebased.change).toEqual({
    ...change,
    addedRegions: [blankTargetRegion('uksouth')],
    removedRegions: ['westeurope'],
    changedRegions: [change.changedRegions[0]],
  })
  expect(rebased.dropped).toEqual(['japaneast', 'eastus2', 'italynorth'])
})
