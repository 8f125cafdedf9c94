import { describe, expect, it } from 'vitest'
import { blankTargetRegion } from '../plan.ts'
import { aPlan, anInventory } from '../testing/plans.ts'
import { defaultStorageOf } from './default-storage.ts'
import { expectedStorageOf } from './region-storage.ts'

describe('the default storage of a publishing profile', () => {
  it.each([
    [{ storageAccountType: 'premium_lrs' }, 'Premium_LRS'],
    [{ storageAccountStrategy: 'PreferStandard_ZRS' }, 'PreferStandard_ZRS'],
    [{ storageAccountStrategy: 'DefaultStandard_LRS' }, 'Standard_LRS'],
    [{ storageAccountStrategy: 'PreferStandard_ZRS', storageAccountType: 'Standard_LRS' }, 'PreferStandard_ZRS'],
    [{ storageAccountType: 'PremiumV2_LRS' }, undefined],
    [{}, undefined],
  ])('%o is %s', (profile, storage) => {
    expect(defaultStorageOf(profile)).toBe(storage)
  })
})

describe('the storage that a region is expected to get', () => {
  const plan = aPlan({ storageAccountType: 'PreferStandard_ZRS' })
  it.each([
    ['zones', blankTargetRegion('eastus2'), 'Standard_ZRS'],
    ['no zones', blankTargetRegion('westus'), 'Standard_LRS'],
    [
      'a type of its own',
      { ...blankTargetRegion('westus'), storageAccountType: 'Premium_LRS' as const },
      'Premium_LRS',
    ],
    ['a name that Azure does not list', blankTargetRegion('atlantis'), 'PreferStandard_ZRS'],
  ])('with %s', (_, region, storage) => {
    expect(expectedStorageOf(plan, region, anInventory())).toBe(storage)
  })
})
