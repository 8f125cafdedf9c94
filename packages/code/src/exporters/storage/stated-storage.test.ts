import { publicCloud } from '@portal/disk-encryption/testing'
import { blankTargetRegion } from '@portal/image-version'
import { anInventory, aPlan } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { exporters, type CodeLanguage } from '../exporters.ts'

// West US has no availability zones, East US 2 has them.
const plan = aPlan({
  storageAccountType: 'PreferStandard_ZRS',
  encryptionType: 'EncryptionAtRestWithPlatformKey',
  targetRegions: [
    blankTargetRegion('westus'),
    blankTargetRegion('eastus2'),
    { ...blankTargetRegion('westcentralus'), storageAccountType: 'Premium_LRS' },
  ],
})
const written = (language: CodeLanguage, inventory = anInventory()) =>
  exporters[language].exportCode(plan, { cloud: publicCloud, inventory })
const storageCodes = (language: CodeLanguage, inventory = anInventory()) =>
  written(language, inventory)
    .losses.map(({ code, path }) => [code, ...path].join(' '))
    .filter((code) => code.includes('torage'))

describe('the strategy', () => {
  it.each(['Bicep', 'ArmTemplate', 'TerraformAzapi', 'Rest'] as const)('is said as it is in %s', (language) => {
    const { text, losses } = written(language)
    expect(text).toMatch(/storageAccountStrategy"?\s*[:=] ["']PreferStandard_ZRS["']/)
    expect(text).toContain('2025-03-03')
    expect(text.match(/storageAccountType/g)).toHaveLength(1)
    expect(losses).toEqual([])
  })

  it.each([
    ['AzureCli', ["'westus=standard_lrs'", "'eastus2=standard_zrs'", "'westcentralus=premium_lrs'"]],
    ['AzurePowerShell', ["StorageAccountType = 'Standard_LRS'", "StorageAccountType = 'Standard_ZRS'"]],
    ['TerraformAzurerm', ['storage_account_type   = "Standard_LRS"', 'storage_account_type   = "Standard_ZRS"']],
    ['Packer', ['storage_account_type = "Standard_LRS"', 'storage_account_type = "Standard_ZRS"']],
    ['Ansible', ["storage_account_type: 'Standard_LRS'", "storage_account_type: 'Standard_ZRS'"]],
  ] as const)('is the type of each region in %s, and what regions added later get is lost', (language, types) => {
    const { text } = written(language)
    for (const type of types) expect(text).toContain(type)
    expect(storageCodes(language)).toEqual(['DefaultStorageLost storageAccountType'])
  })

  it('is lost where nobody knows whether the region has zones', () => {
    const regions = anInventory().regions.map(({ name, displayName }) => ({ name, displayName }))
    expect(storageCodes('AzureCli', anInventory({ regions }))).toEqual([
      'DefaultStorageLost storageAccountType',
      'RegionStorageUnknown targetRegions 0 storageAccountType',
      'RegionStorageUnknown targetRegions 1 storageAccountType',
    ])
  })
})
