import { azureClouds } from '@portal/arm'
import { accessNeeded } from '@portal/gallery'
import { describe, expect, it } from 'vitest'
import { accessExporters, isAccessLanguage } from './access-exporters.ts'

const group = '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/my-group'
const set = {
  id: `${group}/providers/Microsoft.Compute/diskEncryptionSets/one`,
  keyId: `${group}/providers/Microsoft.KeyVault/vaults/kv/keys/images`,
}
const definition = `${group}/providers/Microsoft.Compute/galleries/contoso/images/web`
const grant = {
  principalId: 'c0470500-0000-4000-8000-00000000b008',
  needs: [...accessNeeded('deploy', definition, [set]), ...accessNeeded('manage', definition, [set])],
}

describe.each(['AzureCli', 'AzurePowerShell', 'Bicep'] as const)('role assignments with %s', (language) => {
  it('are those of the need, each at its scope', async () => {
    const { text, fileName } = accessExporters[language](grant, azureClouds.AzureCloud)
    await expect(text).toMatchFileSnapshot(`golden/access/${fileName}`)
  })

  it('keep an ID that ends a text inside it', () => {
    const hostile = { ...grant, needs: [{ role: 'setReader' as const, scope: `${set.id}'"$(reboot)` }] }
    const text = (() => {
      try {
        return accessExporters[language](hostile, azureClouds.AzureCloud).text
      } catch {
        return ''
      }
    })()
    expect(text).not.toContain(`one'"$(reboot)`)
  })
})

it('are not written as Bicep if they are in several resource groups', () => {
  const elsewhere = { role: 'setReader', scope: set.id.replace('my-group', 'other') } as const
  expect(isAccessLanguage('Bicep', grant)).toBe(true)
  expect(isAccessLanguage('Bicep', { ...grant, needs: [...grant.needs, elsewhere] })).toBe(false)
})
