import { describe, expect, it } from 'vitest'
import { filesWithVersions, literalFaults, retirementFaults } from './api-versions.mjs'

describe('api-versions outside the table', () => {
  it.each([
    ['an address', 'const url = `${id}?api-version=2023-07-01`'],
    ['a query', "armUrl(path, { 'api-version': '2023-07-01' })"],
    ['a resource of a template', "return { type, apiVersion: '2023-07-01', name }"],
    ['a constant', "const vaultVersion = '2023-07-01'"],
    ['a type with its version', '`Microsoft.KeyVault/vaults/keys@2023-07-01`'],
    ['a preview', "const apiVersion = '2023-08-01-PREVIEW'"],
  ])('are found in code as %s', (_, text) => {
    expect(literalFaults('apps/bff/src/azure/planted.ts', text)).toHaveLength(1)
  })

  it('are found in code even where the table has them', () => {
    expect(literalFaults('scripts/planted.mjs', "const apiVersion = '2026-02-01'")).toHaveLength(1)
  })

  it('are found in Bicep and in documents where the table lacks them', () => {
    const resource = (version) => `resource v 'Microsoft.KeyVault/vaults@${version}' existing = {`
    expect(literalFaults('deploy/planted.bicep', resource('2024-11-01'))).toHaveLength(0)
    expect(literalFaults('deploy/planted.bicep', resource('2023-07-01'))).toHaveLength(1)
    expect(literalFaults('docs/planted.md', 'az rest --url "$id?api-version=2019-09-01"')).toHaveLength(1)
  })

  it.each([
    ['an ordinary day', 'apps/bff/src/planted.ts', "const endOfLifeDate = '2030-12-31'"],
    ['the table', 'packages/arm/src/api-versions.ts', "version: '2026-02-01', apiVersion: '2026-02-01'"],
    ['a test', 'packages/code/src/importers/planted.test.ts', "apiVersion: '2023-07-01'"],
    ['what Azure knows', 'packages/azure-simulator/src/arm/planted.ts', "const version = '2022-03-03'"],
  ])('are not seen in %s', (_, path, text) => {
    expect(literalFaults(path, text)).toEqual([])
  })

  it('are looked for in all parts of the project', () => {
    const files = filesWithVersions()
    for (const path of [
      'apps/bff/src/azure/disk-encryption-sets/keys/key-vaults.ts',
      'deploy/azure-container-apps/main.bicep',
      'README.md',
    ])
      expect(files).toContain(path)
  })
})

describe('a version that retires', () => {
  const row = { resourceTypes: ['Microsoft.KeyVault/vaults'], version: '2023-07-01', from: 'planted' }
  const at = (day) => retirementFaults([row], Date.parse(day))

  it('fails the check from 180 days before', () => {
    expect(at('2026-08-31')).toEqual([])
    expect(at('2026-09-01')).toEqual([
      'Microsoft.KeyVault/vaults 2023-07-01 retires on 2027-02-27: move to a later one',
    ])
    expect(at('2028-01-01')).toHaveLength(1)
  })
})
