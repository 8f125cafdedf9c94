import { aDiskEncryptionSet } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type Inventory, type Issue, issueParams, type StoredVersion } from '@portal/image-version'
import {
  anImageDefinition,
  anInventory,
  aStoredRegion,
  aStoredVersion,
  customerManaged,
  type UpdateIssueCode,
  updateIssueParams,
} from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { updateIssues } from './update-issues.ts'
import { noChange, type VersionChange } from './version-change.ts'

interface Way {
  stored?: StoredVersion
  change?: Partial<VersionChange>
  inventory?: Partial<Inventory>
  path: Issue['path']
  severity?: 'warning'
}

const setsInJapan = ['JapanSet1', 'JapanSet2'].map((name) => aDiskEncryptionSet(name, { location: 'japaneast' }))
const withJapan = { diskEncryptionSets: [...anInventory().diskEncryptionSets, ...setsInJapan] }
const japan = customerManaged('japaneast', { os: 'JapanSet1', 0: 'JapanSet2' })

// a way to each code of an update
const ways: Record<UpdateIssueCode, Way> = {
  NothingToChange: { path: [] },
  VersionBusy: { stored: aStoredVersion({}, { provisioningState: 'Updating' }), change: { replicaCount: 2 }, path: [] },
  RegionNotInVersion: { change: { removedRegions: ['japaneast'] }, path: ['removedRegions', 0] },
  RegionNamedTwice: {
    change: {
      removedRegions: ['East US 2'],
      changedRegions: [{ name: 'eastus2', regionalReplicaCount: 2, excludeFromLatest: null }],
    },
    path: ['removedRegions', 0],
  },
  HomeRegionNotRemovable: { change: { removedRegions: ['westus'] }, path: ['removedRegions', 0] },
  RemovalOfRegionsNotAllowed: {
    stored: aStoredVersion({}, { safetyProfile: {} }),
    change: { removedRegions: ['eastus2'] },
    path: ['removedRegions', 0],
    severity: 'warning',
  },
  DiskWithPlatformKey: {
    stored: aStoredVersion({ targetRegions: [{ name: 'West US' }] }),
    change: { addedRegions: [customerManaged('eastus2', { os: 'EastUS2DiskEncryptionSet1' })] },
    path: ['addedRegions', 0, 'encryption', 'osDiskImage'],
  },
  StoredSetNotFound: {
    stored: aStoredVersion({ targetRegions: [aStoredRegion('West US', 'Gone')] }),
    change: { replicaCount: 2 },
    path: [],
    severity: 'warning',
  },
}

it.each(Object.entries(ways))('%s is said of an update', (code, { stored, change, inventory, path, severity }) => {
  const issues = updateIssues(
    stored ?? aStoredVersion(),
    { ...noChange(), ...change },
    anInventory({ ...withJapan, ...inventory }),
  )
  const issue = issues.find((found) => found.code === code)
  expect(issue).toMatchObject({ code, path, severity: severity ?? 'error' })
  expect(Object.keys(issue?.params ?? {}).toSorted()).toEqual(
    [...(Object.entries(issueParams).find(([known]) => known === code)?.[1] ?? [])].toSorted(),
  )
})

it('has a way to each code of an update', () => {
  expect(Object.keys(ways).toSorted()).toEqual(Object.keys(updateIssueParams).toSorted())
})

it('nothing is wrong with a region that has a set for each disk', () => {
  expect(updateIssues(aStoredVersion(), { ...noChange(), addedRegions: [japan] }, anInventory(withJapan))).toEqual([])
})

const cell = ['addedRegions', 0, 'encryption']
const regionOfWestSets = customerManaged('japaneast', { os: 'WestUSDiskEncryptionSet1', 0: 'JapanSet2' })
const onlyOs = aStoredRegion('West US', '', {
  encryption: { osDiskImage: { diskEncryptionSetId: setsInJapan[0]?.id ?? '' } },
})

it.each<[string, Partial<VersionChange>, Issue['path'], string]>([
  [
    'a disk without a set',
    { addedRegions: [customerManaged('japaneast', { os: 'JapanSet1' })] },
    [...cell, 'dataDiskImages', 0],
    'DiskEncryptionSetRequired',
  ],
  [
    'a set of another region',
    { addedRegions: [regionOfWestSets] },
    [...cell, 'osDiskImage'],
    'DiskEncryptionSetInAnotherRegion',
  ],
  [
    'a region that is there',
    { addedRegions: [{ ...japan, name: 'East US 2' }] },
    ['addedRegions', 0, 'name'],
    'TargetRegionDuplicate',
  ],
  [
    'a region without a name',
    { addedRegions: [blankTargetRegion('')] },
    ['addedRegions', 0, 'name'],
    'TargetRegionRequired',
  ],
  [
    'a region where Azure has no versions',
    { addedRegions: [blankTargetRegion('moonbase')] },
    ['addedRegions', 0, 'name'],
    'TargetRegionNotAvailable',
  ],
  [
    'zone-redundant storage without zones',
    { addedRegions: [{ ...customerManaged('westus', {}), storageAccountType: 'Standard_ZRS' }] },
    ['addedRegions', 0, 'storageAccountType'],
    'ZoneRedundantStorageNotSupported',
  ],
  [
    '101 replicas in a region',
    { changedRegions: [{ name: 'westus', regionalReplicaCount: 101, excludeFromLatest: null }] },
    ['changedRegions', 0, 'regionalReplicaCount'],
    'ReplicaCountOutOfRange',
  ],
  [
    'no replica in a new region',
    { addedRegions: [{ ...japan, regionalReplicaCount: 0 }] },
    ['addedRegions', 0, 'regionalReplicaCount'],
    'ReplicaCountOutOfRange',
  ],
  ['half a replica', { replicaCount: 1.5 }, ['replicaCount'], 'ReplicaCountOutOfRange'],
  [
    '100 replicas beside one',
    { changedRegions: [{ name: 'westus', regionalReplicaCount: 100, excludeFromLatest: null }] },
    [],
    'ReplicaTotalTooHigh',
  ],
  ['a date gone by', { endOfLifeDate: '2026-01-01' }, ['endOfLifeDate'], 'EndOfLifeDatePast'],
  ['a day that is none', { endOfLifeDate: '2027-02-30' }, ['endOfLifeDate'], 'EndOfLifeDateInvalid'],
  [
    'a region changed twice',
    {
      changedRegions: ['westus', 'West US'].map((name) => ({ name, regionalReplicaCount: 3, excludeFromLatest: null })),
    },
    ['changedRegions', 1, 'name'],
    'RegionNamedTwice',
  ],
  [
    'a region removed and added at once',
    { removedRegions: ['eastus2'], addedRegions: [{ ...japan, name: 'eastus2' }] },
    ['removedRegions', 0],
    'RegionNamedTwice',
  ],
])('refuses %s', (_, change, path, code) => {
  const issues = updateIssues(aStoredVersion(), { ...noChange(), ...change }, anInventory(withJapan))
  expect(issues).toContainEqual(expect.objectContaining({ path, code, severity: 'error' }))
})

it('asks for a set only where a region has one for that disk', () => {
  const stored = aStoredVersion({ targetRegions: [onlyOs] })
  const addedRegions = [customerManaged('japaneast', { os: 'JapanSet1' })]
  const issues = updateIssues(stored, { ...noChange(), addedRegions }, anInventory(withJapan))
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
})

it('says of a stored value that is out of date nothing where the change leaves it', () => {
  const stored = aStoredVersion({ endOfLifeDate: '2020-01-01T00:00:00+00:00' })
  expect(updateIssues(stored, { ...noChange(), replicaCount: 2 }, anInventory())).toEqual([])
})

it('a warning of the version itself does not make a change of nothing', () => {
  const stored = aStoredVersion({ targetRegions: [aStoredRegion('West US', 'Gone')] })
  const codes = updateIssues(stored, noChange(), anInventory()).map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['StoredSetNotFound', 'NothingToChange']))
})

it('a shallow version takes no second region', () => {
  const stored = aStoredVersion({ replicationMode: 'Shallow', targetRegions: [{ name: 'West US' }] })
  const change = { ...noChange(), addedRegions: [customerManaged('eastus2', {})] }
  expect(updateIssues(stored, change, anInventory()).map(({ code }) => code)).toContain('ShallowOnlyHomeRegion')
})

it('a confidential version takes no second region', () => {
  const encryption = { osDiskImage: { securityProfile: { confidentialVMEncryptionType: 'EncryptedWithPmk' } } }
  const stored = aStoredVersion({ targetRegions: [aStoredRegion('West US', '', { encryption })] })
  const change = { ...noChange(), addedRegions: [customerManaged('eastus2', {})] }
  const inventory = anInventory(anImageDefinition({ securityType: 'ConfidentialVM' }))
  expect(updateIssues(stored, change, inventory).map(({ code }) => code)).toContain('ConfidentialOnlyHomeRegion')
})
