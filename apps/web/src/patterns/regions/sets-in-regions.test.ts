import {
  aDiskEncryptionSet,
  aKey,
  diskEncryptionSetId,
  otherSubscriptionId,
  readyFacts,
} from '@portal/disk-encryption/testing'
import { aPlan } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { setsInRegions } from './sets-in-regions.ts'

const now = '2026-11-24T12:00:00.000Z'
const facts = readyFacts()
const diskEncryptionSets = [
  aDiskEncryptionSet('Ready', { location: 'westus', facts }),
  aDiskEncryptionSet('Unread', { location: 'westus' }),
  aDiskEncryptionSet('Double', {
    location: 'westus',
    facts,
    encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
  }),
  aDiskEncryptionSet('Confidential', { location: 'westus', encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }),
  aDiskEncryptionSet('Elsewhere', {
    location: 'westus',
    id: diskEncryptionSetId('Elsewhere').replace(/subscriptions\/[^/]+/, `subscriptions/${otherSubscriptionId}`),
  }),
  aDiskEncryptionSet('Broken', { location: 'uksouth', facts: readyFacts({ key: aKey({ enabled: false }) }) }),
]
const counted = (overrides: Parameters<typeof aPlan>[0]) => setsInRegions(aPlan(overrides), { diskEncryptionSets, now })

it('counts the sets of the plan’s type in its subscription that Azure isn’t known to refuse', () => {
  const counts = counted({ encryptionType: 'EncryptionAtRestWithCustomerKey' })
  expect(counts.get('westus')).toBe(2)
  expect(counts.get('uksouth')).toBeUndefined()
})

it('counts both types before one is chosen', () => {
  const counts = counted({ encryptionType: 'EncryptionAtRestWithPlatformKey' })
  expect(counts.get('westus')).toBe(3)
})
