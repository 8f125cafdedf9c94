import { expect, it } from 'vitest'
import { regionDisplayName } from './region-display-name.ts'

it.each([
  ['westus', 'West US'],
  ['eastus2', 'East US 2'],
  ['southeastasia', 'Southeast Asia'],
  ['southafricanorth', 'South Africa North'],
  ['germanywestcentral', 'Germany West Central'],
  ['atlantis', 'atlantis'],
  ['', ''],
])('%s is written %s', (name, display) => {
  expect(regionDisplayName(name)).toBe(display)
})
