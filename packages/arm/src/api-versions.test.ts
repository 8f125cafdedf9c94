import { expect, it } from 'vitest'
import { apiVersions, hostingApiVersions, retirementOf, type ApiVersion } from './api-versions.ts'

const rows: ApiVersion[] = [...Object.values(apiVersions), ...hostingApiVersions]

it('names each version with its resource types and where it came from', () => {
  for (const { resourceTypes, version, from } of rows) {
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}(-preview)?$/)
    expect(resourceTypes.length).toBeGreaterThan(0)
    for (const type of resourceTypes) expect(type).toMatch(/^Microsoft\.\w+(\/\w+)+$/)
    expect(from).not.toBe('')
  }
})

it('uses no version whose retirement is announced', () => {
  const retiring = rows.filter(({ resourceTypes, version }) =>
    resourceTypes.some((type) => retirementOf(type, version) !== undefined),
  )
  expect(retiring).toEqual([])
})

it.each([
  ['a vault before 2026-02-01', 'Microsoft.KeyVault/vaults', '2023-07-01', '2027-02-27'],
  ['a preview before it', 'microsoft.keyvault/VAULTS/keys', '2025-06-01-PREVIEW', '2027-02-27'],
  ['2026-02-01 itself', 'Microsoft.KeyVault/vaults', '2026-02-01', undefined],
  ['another provider', 'Microsoft.Compute/disks', '2019-07-01', undefined],
  ['a namespace that only begins alike', 'Microsoft.KeyVaults/x', '2019-07-01', undefined],
])('knows when %s retires', (_, type, version, day) => {
  expect(retirementOf(type, version)).toBe(day)
})
