import { expect, it } from 'vitest'
import { nameFromPattern, namePatternOf, nameWithoutRegion } from './name-pattern.ts'

const regions = {
  westus: 'West US',
  eastus2: 'East US 2',
  westeurope: 'West Europe',
  uksouth: 'UK South',
} as const

it.each<[string, keyof typeof regions, string]>([
  ['WestUSDiskEncryptionSet1', 'westus', '{region}diskencryptionset1'],
  ['EastUS2DiskEncryptionSet1', 'eastus2', '{region}diskencryptionset1'],
  ['des-west-europe-01', 'westeurope', 'des-{region}-01'],
  ['des_east_us_2', 'eastus2', 'des_{region}'],
  ['kv-contoso-wus', 'westus', 'kv-contoso-{region}'],
  ['kv-contoso-eus2', 'eastus2', 'kv-contoso-{region}'],
  ['des-weu-prod', 'westeurope', 'des-{region}-prod'],
  ['des-we-prod', 'westeurope', 'des-{region}-prod'],
  ['des-uks', 'uksouth', 'des-{region}'],
  ['web-sets', 'westeurope', 'web-sets'],
  ['backup', 'westus', 'backup'],
])('finds the region in %s', (name, region, expected) => {
  expect(nameWithoutRegion(name, { name: region, displayName: regions[region] })).toBe(expected)
})

it.each<[string, keyof typeof regions, string]>([
  ['WestUSDiskEncryptionSet1', 'westus', 'UKSouthDiskEncryptionSet1'],
  ['des-west-europe-01', 'westeurope', 'des-uksouth-01'],
  ['kv-contoso-wus', 'westus', 'kv-contoso-uksouth'],
  ['backup', 'westus', 'backup'],
])('%s, as its pattern has it in UK South', (name, region, expected) => {
  const pattern = namePatternOf(name, { name: region, displayName: regions[region] })
  expect(nameFromPattern(pattern, { name: 'uksouth', displayName: regions.uksouth })).toBe(expected)
})
