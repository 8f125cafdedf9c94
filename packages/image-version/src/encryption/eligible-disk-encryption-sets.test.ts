import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../check.ts'
import type { DiskEncryptionSet } from '../inventory.ts'
import { isBlocking } from '../issue.ts'
import {
  aDiskEncryptionSet,
  aManagedImage,
  aPlan,
  anInventory,
  computeId,
  customerManaged,
  otherSubscriptionId,
  subscriptionId,
} from '../testing.ts'
import {
  eligibleDiskEncryptionSets,
  ineligibilityOf,
  type DiskEncryptionSetDemand,
} from './eligible-disk-encryption-sets.ts'

const demand: DiskEncryptionSetDemand = {
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  region: 'westus',
  subscriptionId,
}
const names = (overrides: Partial<DiskEncryptionSetDemand>) =>
  eligibleDiskEncryptionSets({ ...demand, ...overrides }, anInventory()).map(({ name }) => name)

describe('eligibleDiskEncryptionSets', () => {
  it.each<[string, Partial<DiskEncryptionSetDemand>, string[]]>([
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
    const diskEncryptionSets = ['set10', 'Set2', 'alpha'].map((name) => aDiskEncryptionSet(name))
    const sorted = eligibleDiskEncryptionSets(demand, anInventory({ diskEncryptionSets }))
    expect(sorted.map(({ name }) => name)).toEqual(['alpha', 'Set2', 'set10'])
  })

  it('tells what a set misses, the first thing first', () => {
    const id = computeId('diskEncryptionSets', 'other', otherSubscriptionId)
    const location = 'eastus2'
    const encryptionType = 'EncryptionAtRestWithPlatformAndCustomerKeys'
    const reasons = [{ id, location, encryptionType }, { location, encryptionType }, { encryptionType }, {}] as const
    expect(reasons.map((overrides) => ineligibilityOf(aDiskEncryptionSet('set', overrides), demand))).toEqual([
      'InAnotherSubscription',
      'InAnotherRegion',
      'OfAnotherType',
      undefined,
    ])
  })
})

const aSet: fc.Arbitrary<DiskEncryptionSet> = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    subscription: fc.constantFrom(subscriptionId, otherSubscriptionId),
    location: fc.constantFrom('westus', 'eastus2', 'West US'),
    encryptionType: fc.constantFrom(
      'EncryptionAtRestWithCustomerKey',
      'EncryptionAtRestWithPlatformAndCustomerKeys',
      'ConfidentialVmEncryptedWithCustomerKey',
    ),
    provisioningState: fc.constantFrom('Succeeded', 'Updating', 'Failed'),
  })
  .map(({ subscription, ...facts }) =>
    aDiskEncryptionSet(facts.name, { ...facts, id: computeId('diskEncryptionSets', facts.name, subscription) }),
  )

it('offers in the picker exactly the sets that the rule accepts', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(aSet, { selector: ({ id }) => id, minLength: 1 }),
      fc.constantFrom('EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys'),
      (diskEncryptionSets, encryptionType) => {
        const inventory = anInventory({ diskEncryptionSets, sources: [aManagedImage('myImage', { dataDisks: [] })] })
        const accepted = diskEncryptionSets.filter(({ id }) => {
          const plan = aPlan({ encryptionType, targetRegions: [customerManaged('westus', { os: id })] })
          return !check(plan, inventory).some(isBlocking)
        })
        const offered = eligibleDiskEncryptionSets({ ...demand, encryptionType }, inventory)
        expect(new Set(offered)).toEqual(new Set(accepted))
      },
    ),
    { numRuns: 100 },
  )
})
