import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { anImageDefinition, anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import {
  confidentialDiskEncryptionSetIssues,
  confidentialRegionIssues,
  confidentialTypeIssues,
} from './confidential-vm.ts'

const confidential = anInventory(anImageDefinition({ securityType: 'ConfidentialVM' }))
const definition = (overrides: Parameters<typeof anImageDefinition>[0]) => anInventory(anImageDefinition(overrides))

describe('the confidential type', () => {
  it.each<[string, Inventory, ImageVersionPlan['confidentialVMEncryptionType'], string[]]>([
    ['none for a standard definition', definition({ securityType: 'Standard' }), null, []],
    [
      'none for one that supports confidential machines',
      definition({ securityType: 'ConfidentialVMSupported' }),
      null,
      [],
    ],
    ['none for a confidential definition', confidential, null, ['error']],
    ['one for a confidential definition', confidential, 'EncryptedWithPmk', []],
    ['one for a standard definition', definition({ securityType: 'Standard' }), 'EncryptedWithPmk', ['error']],
    [
      'one for a trusted launch definition',
      definition({ securityType: 'TrustedLaunchSupported' }),
      'EncryptedWithPmk',
      ['error'],
    ],
    [
      'one where only supported',
      definition({ securityType: 'ConfidentialVMSupported' }),
      'EncryptedWithPmk',
      ['warning'],
    ],
    [
      'one where only supported, with trusted launch',
      definition({ securityType: 'TrustedLaunchAndConfidentialVmSupported' }),
      'EncryptedWithPmk',
      ['warning'],
    ],
  ])('%s', (_, inventory, confidentialVMEncryptionType, severities) => {
    const issues = confidentialTypeIssues(aPlan({ confidentialVMEncryptionType }), inventory)
    expect(issues.map(({ severity }) => severity)).toEqual(severities)
  })

  it('waits for the definition', () => {
    const { imageDefinition: _, ...nothing } = anInventory()
    expect(confidentialTypeIssues(aPlan({ confidentialVMEncryptionType: 'EncryptedWithPmk' }), nothing)).toEqual([])
  })
})

describe('the regions of a confidential version', () => {
  it.each([
    ['EncryptedVMGuestStateOnlyWithPmk', 1],
    ['EncryptedWithPmk', 1],
    ['EncryptedWithCmk', 1],
    ['NonPersistedTPM', 0],
    [null, 0],
  ] as const)('%s: %i issues for a region that is not home', (confidentialVMEncryptionType, count) => {
    expect(confidentialRegionIssues(aPlan({ confidentialVMEncryptionType }), confidential)).toHaveLength(count)
  })

  it('may be home alone', () => {
    const plan = aPlan({
      confidentialVMEncryptionType: 'EncryptedWithPmk',
      targetRegions: [blankTargetRegion('West US')],
    })
    expect(confidentialRegionIssues(plan, confidential)).toEqual([])
  })

  it('are free where the definition is not confidential', () => {
    expect(
      confidentialRegionIssues(aPlan({ confidentialVMEncryptionType: 'EncryptedWithPmk' }), anInventory()),
    ).toEqual([])
  })
})

describe('the confidential set', () => {
  it.each([
    ['WestUSConfidentialSet', 'westus', []],
    ['', 'westus', ['ConfidentialDiskEncryptionSetRequired']],
    ['', 'eastus2', ['NoDiskEncryptionSetInRegion']],
    ['WestUSConfidentialSet', 'eastus2', ['DiskEncryptionSetInAnotherRegion']],
    ['WestUSDiskEncryptionSet1', 'westus', ['DiskEncryptionSetOfAnotherType']],
    ['gone', 'westus', ['DiskEncryptionSetNotFound']],
    ['', '', []],
  ])('%j in %j: %j', (set, name, codes) => {
    const region = customerManaged(name, {})
    const encryption = { ...region.encryption, secureVMDiskEncryptionSetId: set && diskEncryptionSetId(set) }
    const plan = aPlan({ confidentialVMEncryptionType: 'EncryptedWithCmk', targetRegions: [{ ...region, encryption }] })
    const issues = confidentialDiskEncryptionSetIssues(plan, confidential)
    expect(issues.map(({ code }) => code)).toEqual(codes)
    for (const { path } of issues)
      expect(path).toEqual(['targetRegions', 0, 'encryption', 'secureVMDiskEncryptionSetId'])
  })

  it('is not asked for with other types', () => {
    expect(
      confidentialDiskEncryptionSetIssues(aPlan({ confidentialVMEncryptionType: 'EncryptedWithPmk' }), confidential),
    ).toEqual([])
  })
})
