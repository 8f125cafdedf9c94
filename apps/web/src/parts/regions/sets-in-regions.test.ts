import {
  aDiskEncryptionSet,
  aKey,
  aPlan,
  diskEncryptionSetId,
  otherSubscriptionId,
  readyFacts,
} from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { regionsEn } from '../../i18n/regions/regions.en.ts'
import { setCountText, setsInRegions } from './sets-in-regions.ts'

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

it('counts the sets of the plan’s type in its subscription, by what is known of their keys', () => {
  const counts = counted({ encryptionType: 'EncryptionAtRestWithCustomerKey' })
  expect(counts.get('westus')).toEqual({ ready: 1, unread: 1, broken: 0 })
  expect(counts.get('uksouth')).toEqual({ ready: 0, unread: 0, broken: 1 })
})

it('counts both types before one is chosen', () => {
  const counts = counted({ encryptionType: 'EncryptionAtRestWithPlatformKey' })
  expect(counts.get('westus')).toEqual({ ready: 2, unread: 1, broken: 0 })
})

it.each([
  [{ ready: 1, unread: 0, broken: 1 }, '1 set ready here'],
  [{ ready: 2, unread: 1, broken: 0 }, '2 sets ready here, 1 not checked'],
  [{ ready: 0, unread: 2, broken: 0 }, '2 sets here'],
  [{ ready: 0, unread: 0, broken: 1 }, 'No sets ready here'],
  [undefined, 'No sets here'],
])('says %j as “%s”', (count, text) => {
  expect(setCountText(count, regionsEn)).toBe(text)
})
