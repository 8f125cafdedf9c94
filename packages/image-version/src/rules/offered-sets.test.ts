import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { check } from '../check.ts'
import type { DiskEncryptionSet } from '../encryption/disk-encryption-set.ts'
import { eligibleDiskEncryptionSets } from '../encryption/eligible-disk-encryption-sets.ts'
import { aDiskEncryptionSet, computeId, otherSubscriptionId, subscriptionId } from '../encryption/testing.ts'
import { isBlocking } from '../issue.ts'
import { aManagedImage, aPlan, anInventory, customerManaged } from '../testing.ts'

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
        const offered = eligibleDiskEncryptionSets({ encryptionType, region: 'westus', subscriptionId }, inventory)
        expect(new Set(offered)).toEqual(new Set(accepted))
      },
    ),
    { numRuns: 100 },
  )
})
