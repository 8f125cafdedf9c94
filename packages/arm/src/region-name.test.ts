import { expect, it } from 'vitest'
import { regionName, sameRegion } from './region-name.ts'

it.each([
  ['westus', 'westus'],
  ['West US', 'westus'],
  ['WestUS', 'westus'],
  ['East US 2', 'eastus2'],
  ['Central US EUAP', 'centraluseuap'],
  ['', ''],
])('%j is %s', (region, name) => {
  expect(regionName(region)).toBe(name)
})

it.each([
  ['westus', 'West US', true],
  ['WEST US', 'westus', true],
  ['westus', 'westus2', false],
  ['East US', 'East US 2', false],
])('%s and %s are the same region: %s', (one, other, same) => {
  expect(sameRegion(one, other)).toBe(same)
})
