import { describe, expect, it } from 'vitest'
import type { Preparation } from '../../prepare/preparation.ts'
import { aPreparation, aPreparedRegion } from '../../prepare/testing.ts'
import { bashGrammar, grammar, powershellGrammar } from '../../test-grammar.ts'
import { parsedHcl } from '../../test-hcl.ts'
import { preparationExporters } from './preparation-exporters.ts'

const preparations: [string, Preparation][] = [
  ['new-vault-with-roles', aPreparation([aPreparedRegion('westus'), aPreparedRegion('japaneast')])],
  [
    'new-vault-with-access-policies',
    aPreparation([
      aPreparedRegion('japaneast', { vault: { isNew: true, name: 'kv-jpe', permissionModel: 'AccessPolicies' } }),
    ]),
  ],
  [
    'existing-vault-and-key',
    aPreparation(
      [
        aPreparedRegion('japaneast', {
          vault: { isNew: false, name: 'kv-jpe', permissionModel: 'Roles' },
          key: { isNew: false, name: 'images-key' },
        }),
      ],
      { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys', rotationToLatestKeyVersionEnabled: false },
    ),
  ],
]

describe.each(preparations)('%s', (name, preparation) => {
  it.each([
    ['AzureCli', 'sh', bashGrammar],
    ['AzurePowerShell', 'ps1', powershellGrammar],
  ] as const)('%s is code without a fault to its grammar', async (language, ending, file) => {
    const { text } = preparationExporters[language](preparation)
    const parse = await grammar(file)
    expect(parse(text).hasError).toBe(false)
    await expect(text).toMatchFileSnapshot(`golden/${name}/${language}.golden.${ending}`)
  })

  it("is code without a fault to HashiCorp's own parser", async () => {
    const { text } = preparationExporters.TerraformAzurerm(preparation)
    expect(() => parsedHcl(text)).not.toThrow()
    await expect(text).toMatchFileSnapshot(`golden/${name}/TerraformAzurerm.golden.tf`)
  })
})

it('makes confidential sets by a deployment, since their keys need more than the commands can say', () => {
  const confidential = aPreparation(
    [aPreparedRegion('westus', { attestationUri: 'https://sharedwus.wus.attest.azure.net' })],
    {
      encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
      orchestratorObjectId: '7c1d0b1c-1111-4222-8333-444455556666',
    },
  )
  expect(preparationExporters.AzureCli(confidential).text).toContain('az deployment group create')
})
