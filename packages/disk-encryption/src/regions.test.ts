import { expect, it } from 'vitest'
import { isStagingRegion } from './regions.ts'

it.each([
  ['Canary (US)', 'eastus2euap', true],
  ['Stage (US)', 'southcentralusstg', true],
  [undefined, 'centraluseuap', true],
  ['United States', 'eastus2', false],
  [undefined, 'westeurope', false],
])('geography %s, region %s: a staging region: %s', (geography, name, isStaging) => {
  expect(isStagingRegion({ name, ...(geography !== undefined && { geography }) })).toBe(isStaging)
})
