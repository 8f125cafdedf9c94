import { expect, it } from 'vitest'
import { retiringVersionNotes } from './retiring-versions.ts'

const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v'
const said = (text: string) =>
  retiringVersionNotes(text).map(({ params, line }) => `${line}: ${Object.values(params).join(' ')}`)

it.each([
  ['a resource of a template', '{"resources": [{"type": "Microsoft.KeyVault/vaults", "apiVersion": "2023-07-01"}]}'],
  [
    'a resource of a template inside',
    '{"resources": [{"properties": {"template": {"resources": {"v": {"apiVersion": "2023-07-01", "type": "Microsoft.KeyVault/vaults"}}}}}]}',
  ],
  ['Bicep', "resource v 'Microsoft.KeyVault/vaults@2023-07-01' existing = {"],
  ['azapi', 'type = "Microsoft.KeyVault/vaults@2023-07-01"'],
])('%s names the type and the day', (_, text) => {
  expect(said(`\n${text}`)).toEqual(['2: Microsoft.KeyVault/vaults 2023-07-01 2027-02-27'])
})

it.each([
  [
    'az rest',
    `az rest --method put --url "https://management.azure.com${vault}/keys/k?api-version=2022-07-01" --body x`,
  ],
  ['a script', `Invoke-AzRestMethod -Path '${vault}?x=1&API-VERSION=2022-07-01'`],
])('an address of %s names the provider', (_, text) => {
  expect(said(text)).toEqual(['1: Microsoft.KeyVault 2022-07-01 2027-02-27'])
})

it('is silent on versions that stay, other providers, and values that are no api-version', () => {
  expect(
    said(`{"type": "Microsoft.KeyVault/vaults", "apiVersion": "2026-02-01"}
      {"type": "Microsoft.Compute/galleries", "apiVersion": "2019-07-01"}
      {"type": "Microsoft.KeyVault/vaults", "apiVersion": "[parameters('version')]"}
      ${vault}?at=2023-07-01`),
  ).toEqual([])
})

it('says each type and version once', () => {
  const line = "resource v 'Microsoft.KeyVault/vaults@2023-07-01' existing = {\n"
  expect(said(line.repeat(3))).toHaveLength(1)
})

it('reads a list of 200,000 entries', () => {
  expect(retiringVersionNotes(`{"a": [${'1,'.repeat(200_000)}1]}`)).toEqual([])
})

it.each(['/providers/Microsoft.KeyVault', 'Microsoft.KeyVault/a', '?api-version=2023-07-01', '{"type":', '"a",'])(
  'reads a million characters of %s to their end',
  (piece) => {
    expect(retiringVersionNotes(piece.repeat(1_000_000 / piece.length)).length).toBeLessThan(2)
  },
)
