import { type DiskEncryptionSet, eligibleDiskEncryptionSets } from '@portal/disk-encryption'
import { aDiskEncryptionSet, computeId, otherSubscriptionId, subscriptionId } from '@portal/disk-encryption/testing'
import { isBlocking } from '@portal/image-version'
import { aManagedImage, anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { check } from '../check.ts'

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
