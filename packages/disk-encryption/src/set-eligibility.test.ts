import { describe, expect, it } from 'vitest'
import { eligibleDiskEncryptionSets, ineligibilityOf, type DiskEncryptionSetRequirement } from './set-eligibility.ts'
import {
  aDiskEncryptionSet,
  computeId,
  diskEncryptionSets,
  otherSubscriptionId,
  subscriptionId,
} from './testing/sets.ts'

const requirement: DiskEncryptionSetRequirement = {
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  region: 'westus',
  subscriptionId,
}
const names = (overrides: Partial<DiskEncryptionSetRequirement>) =>
  eligibleDiskEncryptionSets({ ...requirement, ...overrides }, { diskEncryptionSets }).map(({ name }) => name)

describe('eligibleDiskEncryptionSets', () => {
  it.each<[string, Partial<DiskEncryptionSetRequirement>, string[]]>([
    ['a customer key', {}, ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2']],
    ['a region in any spelling', { region: 'West US' }, ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2']],
    [
      'a subscription in any case',
      { subscriptionId: subscriptionId.toUpperCase() },
      ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'],
    ],
    ['another region', { region: 'eastus2' }, ['EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2']],
    [
      'double encryption',
      { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' },
      ['WestUSDoubleEncryptionSet'],
    ],
    ['confidential disks', { encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }, ['WestUSConfidentialSet']],
    ['a region without sets', { region: 'japaneast' }, []],
    ['another subscription', { subscriptionId: otherSubscriptionId }, []],
    ['a subscription not known yet', { subscriptionId: '' }, ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2']],
    ['a platform key', { encryptionType: 'EncryptionAtRestWithPlatformKey' }, []],
  ])('for %s', (_, overrides, expected) => {
    expect(names(overrides)).toEqual(expected)
  })

  it('are in the order of their names, numbers by value', () => {
    const unsorted = ['set10', 'Set2', 'alpha'].map((name) => aDiskEncryptionSet(name))
    const sorted = eligibleDiskEncryptionSets(requirement, { diskEncryptionSets: unsorted })
    expect(sorted.map(({ name }) => name)).toEqual(['alpha', 'Set2', 'set10'])
  })

  it('tells what a set misses, the first thing first', () => {
    const id = computeId('diskEncryptionSets', 'other', otherSubscriptionId)
    const location = 'eastus2'
    const encryptionType = 'EncryptionAtRestWithPlatformAndCustomerKeys'
    const reasons = [{ id, location, encryptionType }, { location, encryptionType }, { encryptionType }, {}] as const
    expect(reasons.map((overrides) => ineligibilityOf(aDiskEncryptionSet('set', overrides), requirement))).toEqual([
      'InAnotherSubscription',
      'InAnotherRegion',
      'OfAnotherType',
      undefined,
    ])
  })
})
