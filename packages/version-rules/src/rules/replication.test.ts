import { blankTargetRegion, type ImageVersionPlan, type Issue, type TargetRegion } from '@portal/image-version'
import { anInventory, aPlan } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { replicaCountIssues, replicaTotalIssues } from './replica-count.ts'
import { shallowEncryptionIssues, shallowReplicationIssues } from './shallow-replication.ts'
import { storageAccountTypeIssues } from './storage-account-type.ts'
import { homeRegionIssues, targetRegionIssues } from './target-regions.ts'

const brief = (issues: Issue[]) => issues.map(({ code, path }) => [code, path.join('.')])
const regions = (...names: string[]) => names.map(blankTargetRegion)
const region = (name: string, overrides: Partial<TargetRegion>) => ({ ...blankTargetRegion(name), ...overrides })

describe('target regions', () => {
  it.each<[string, string[], string[][]]>([
    ['the home region alone', ['westus'], []],
    ['the home region in another spelling', ['West US', 'EASTUS2'], []],
    ['no region at all', [], [['TargetRegionsLackLocation', 'targetRegions']]],
    ['another region only', ['eastus2'], [['TargetRegionsLackLocation', 'targetRegions']]],
    [
      'a region three times',
      ['westus', 'West US', 'WESTUS'],
      [
        ['TargetRegionDuplicate', 'targetRegions.1.name'],
        ['TargetRegionDuplicate', 'targetRegions.2.name'],
      ],
    ],
    [
      'two blank rows',
      ['westus', '', ''],
      [
        ['TargetRegionRequired', 'targetRegions.1.name'],
        ['TargetRegionRequired', 'targetRegions.2.name'],
      ],
    ],
    [
      'a region where versions are not offered',
      ['westus', 'germanycentral'],
      [['TargetRegionNotAvailable', 'targetRegions.1.name']],
    ],
  ])('%s', (_, names, expected) => {
    const plan = aPlan({ targetRegions: regions(...names) })
    expect(brief([...homeRegionIssues(plan, anInventory()), ...targetRegionIssues(plan, anInventory())])).toEqual(
      expected,
    )
  })

  it('does not ask for a home region that is not chosen yet', () => {
    expect(homeRegionIssues(aPlan({ location: '', targetRegions: [] }), anInventory())).toEqual([])
  })
})

describe('replica counts', () => {
  it.each<[number | null, number | null, string[][]]>([
    [1, null, []],
    [100, null, []],
    [1, 1, []],
    [1, 100, []],
    [0, null, [['ReplicaCountOutOfRange', 'replicaCount']]],
    [101, null, [['ReplicaCountOutOfRange', 'replicaCount']]],
    [1.5, null, [['ReplicaCountOutOfRange', 'replicaCount']]],
    [Number.NaN, null, [['ReplicaCountOutOfRange', 'replicaCount']]],
    [null, null, [['ReplicaCountOutOfRange', 'replicaCount']]],
    [1, 0, [['ReplicaCountOutOfRange', 'targetRegions.0.regionalReplicaCount']]],
    [1, -1, [['ReplicaCountOutOfRange', 'targetRegions.0.regionalReplicaCount']]],
    [1, 101, [['ReplicaCountOutOfRange', 'targetRegions.0.regionalReplicaCount']]],
    [1, 2.5, [['ReplicaCountOutOfRange', 'targetRegions.0.regionalReplicaCount']]],
  ])('%s for the plan and %s for the region', (replicaCount, regionalReplicaCount, expected) => {
    const plan = aPlan({ replicaCount, targetRegions: [region('westus', { regionalReplicaCount })] })
    expect(brief(replicaCountIssues(plan))).toEqual(expected)
  })

  it.each<[string, number, TargetRegion[], number | undefined]>([
    ['100 in all', 50, regions('westus', 'eastus2'), undefined],
    ["the plan's count for each region that has none", 34, regions('westus', 'eastus2', 'japaneast'), 102],
    [
      "a region's own count before the plan's",
      60,
      [region('westus', { regionalReplicaCount: 1 }), ...regions('eastus2')],
      undefined,
    ],
    ['no row without a region', 60, regions('westus', ''), undefined],
    ['no sum while a count is out of range', 60, [region('westus', { regionalReplicaCount: 1000 })], undefined],
  ])('adds up %s', (_, replicaCount, targetRegions, total) => {
    const issues = replicaTotalIssues(aPlan({ replicaCount, targetRegions }))
    expect(issues.map(({ params }) => params['total'])).toEqual(total === undefined ? [] : [total])
  })
})

describe('storage', () => {
  it.each<[string, Partial<ImageVersionPlan>, string[][]]>([
    [
      'zone-redundant in a region with zones',
      { targetRegions: [region('eastus2', { storageAccountType: 'Standard_ZRS' })] },
      [],
    ],
    [
      'zone-redundant where Azure does not tell of zones',
      { targetRegions: [region('westcentralus', { storageAccountType: 'Standard_ZRS' })] },
      [],
    ],
    [
      "zone-redundant by the plan's default, in the region without zones",
      { storageAccountType: 'Standard_ZRS', targetRegions: regions('eastus2', 'westus') },
      [['ZoneRedundantStorageNotSupported', 'targetRegions.1.storageAccountType']],
    ],
    [
      'left to the strategy, in a region without zones',
      { storageAccountType: 'PreferStandard_ZRS', targetRegions: regions('eastus2', 'westus') },
      [],
    ],
    [
      'a region that departs from the zone-redundant default',
      { storageAccountType: 'Standard_ZRS', targetRegions: [region('westus', { storageAccountType: 'Premium_LRS' })] },
      [],
    ],
  ])('%s', (_, overrides, expected) => {
    expect(brief(storageAccountTypeIssues(aPlan(overrides), anInventory()))).toEqual(expected)
  })
})

describe('shallow replication', () => {
  const shallow = (overrides: Partial<ImageVersionPlan>) => {
    const plan = aPlan({ encryptionType: 'EncryptionAtRestWithPlatformKey', replicationMode: 'Shallow', ...overrides })
    return brief([...shallowReplicationIssues(plan, anInventory()), ...shallowEncryptionIssues(plan)])
  }

  it('takes one replica at home, with a platform key', () => {
    expect(shallow({ targetRegions: regions('West US') })).toEqual([])
  })

  it("refuses more replicas by the plan's default too", () => {
    expect(shallow({ replicaCount: 3, targetRegions: regions('westus') })).toEqual([
      ['ShallowOnlyOneReplica', 'targetRegions.0.regionalReplicaCount'],
    ])
  })

  it('does not judge the regions before the home region is chosen', () => {
    expect(shallow({ location: '', targetRegions: regions('westus', 'eastus2') })).toEqual([])
  })

  it('says nothing of full replication', () => {
    expect(
      shallow({ replicationMode: 'Full', encryptionType: 'EncryptionAtRestWithCustomerKey', replicaCount: 5 }),
    ).toEqual([])
  })
})
