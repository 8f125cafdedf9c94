import { describe, expect, it } from 'vitest'
import { blankTargetRegion } from '../plan.ts'
import { aPlan } from '../testing/plans.ts'
import { effectiveStorage } from './effective-storage.ts'

const stored = (type: string) => ({
  targetRegions: [{ name: 'eastus2', storageAccountType: type }],
})
const asking = (storageAccountType: 'Standard_LRS' | 'PreferStandard_ZRS') =>
  aPlan({ storageAccountType, targetRegions: [blankTargetRegion('East US 2')] })

describe('what is stored beside what was asked', () => {
  it.each([
    ['Standard_LRS', 'Standard_LRS', false],
    ['Standard_LRS', 'Standard_ZRS', true],
    ['PreferStandard_ZRS', 'Standard_ZRS', false],
    ['PreferStandard_ZRS', 'Standard_LRS', false],
    ['PreferStandard_ZRS', 'Premium_LRS', true],
  ] as const)('asked %s, stored %s: differs %s', (asked, type, differs) => {
    expect(effectiveStorage(stored(type), asking(asked))).toEqual([{ region: 'eastus2', stored: type, asked, differs }])
  })

  it('compares nothing where no plan is known', () => {
    expect(effectiveStorage(stored('Standard_ZRS'))).toEqual([
      { region: 'eastus2', stored: 'Standard_ZRS', differs: false },
    ])
  })
})
