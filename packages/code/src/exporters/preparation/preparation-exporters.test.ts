import { spawnSync } from 'node:child_process'
import type { AzureCloud } from '@portal/arm'
import type { Preparation } from '@portal/disk-encryption'
import {
  aCrossTenantRegion,
  aPreparation,
  aPreparedRegion,
  publicCloud,
  stackCloud,
} from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import { bashGrammar, grammar, powershellGrammar } from '../../testing/grammar.ts'
import { parsedHcl } from '../../testing/hcl.ts'
import { crossTenantAccessExporters, otherTenantCommands } from './cross-tenant-access.ts'
import { isPreparationLanguage, preparationExporters } from './preparation-exporters.ts'

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
  const textFor = (cloud: AzureCloud, language: keyof typeof preparationExporters) =>
    preparationExporters[language](preparation, cloud).text

  it.each([
    ['AzureCli', 'sh', bashGrammar],
    ['AzurePowerShell', 'ps1', powershellGrammar],
  ] as const)('%s is code without a fault to its grammar', async (language, ending, file) => {
    const text = textFor(publicCloud, language)
    const parse = await grammar(file)
    for (const code of [text, textFor(stackCloud, language)]) expect(parse(code).hasError).toBe(false)
    await expect(text).toMatchFileSnapshot(`golden/${name}/${language}.golden.${ending}`)
  })

  it("is code without a fault to HashiCorp's own parser", async () => {
    const text = textFor(publicCloud, 'TerraformAzurerm')
    for (const code of [text, textFor(stackCloud, 'TerraformAzurerm')]) expect(() => parsedHcl(code)).not.toThrow()
    await expect(text).toMatchFileSnapshot(`golden/${name}/TerraformAzurerm.golden.tf`)
  })
})

describe('keys of another tenant', () => {
  const named = aPreparation([aCrossTenantRegion('japaneast')])
  const blank = aPreparation([
    aCrossTenantRegion('japaneast', { keyUrl: '', federatedClientId: '', userAssignedIdentityId: '' }),
  ])

  it.each([
    ['AzureCli', 'sh', bashGrammar],
    ['AzurePowerShell', 'ps1', powershellGrammar],
  ] as const)('are code of %s without a fault to its grammar', async (language, ending, file) => {
    const parse = await grammar(file)
    const codes = [
      ['set', preparationExporters[language](named, publicCloud).text],
      ['access', crossTenantAccessExporters[language](named, publicCloud).text],
      ['access-from-nothing', crossTenantAccessExporters[language](blank, stackCloud).text],
    ] as const
    for (const [name, text] of codes) {
      expect(parse(text).hasError).toBe(false)
      await expect(text).toMatchFileSnapshot(`golden/key-of-another-tenant/${name}.${language}.golden.${ending}`)
    }
  })

  it('are granted by commands that the other tenant runs, once the application is known', async () => {
    expect(otherTenantCommands(blank)).toBe('')
    const text = otherTenantCommands(named)
    expect((await grammar(bashGrammar))(text).hasError).toBe(false)
    await expect(`${text}\n`).toMatchFileSnapshot('golden/key-of-another-tenant/other-tenant.golden.sh')
  })

  it('are not for Terraform’s azurerm, which asks the vault itself', () => {
    expect([isPreparationLanguage('TerraformAzurerm', named), isPreparationLanguage('Bicep', named)]).toEqual([
      false,
      true,
    ])
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
  expect(preparationExporters.AzureCli(confidential, publicCloud).text).toContain('az deployment group create')
})

describe('the script of az, while Azure does not heed a new role yet,', () => {
  /** Runs it with an az that refuses the set this many times with that code, and accepts everything else. */
  function run(refusals: number, code: string) {
    const { text } = preparationExporters.AzureCli(aPreparation([aPreparedRegion('japaneast')]), publicCloud)
    const az = `az() {
      [[ $1 == disk-encryption-set ]] || return 0
      echo x >> "$TRIES"
      [[ $(wc -l < "$TRIES") -gt ${refusals} ]] || { echo "ERROR: (${code}) No" >&2; return 1; }
    }`
    const script = `TRIES=$(mktemp); trap 'wc -l < "$TRIES"; rm "$TRIES"' EXIT; sleep() { :; }; ${az}\n${text}`
    const { status, stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    return { status, tries: Number(stdout) }
  }

  it('tries the set again', () => {
    expect(run(2, 'KeyVaultAccessForbidden')).toEqual({ status: 0, tries: 3 })
  })

  it('ends after a quarter of an hour', () => {
    expect(run(99, 'KeyVaultAccessForbidden')).toEqual({ status: 1, tries: 30 })
  })

  it('ends at once where something else is wrong', () => {
    expect(run(99, 'SkuNotAvailable')).toEqual({ status: 1, tries: 1 })
  })
})
