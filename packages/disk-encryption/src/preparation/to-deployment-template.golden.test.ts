import { expect, it } from 'vitest'
import { aCrossTenantRegion, aPreparation, aPreparedRegion } from '../testing/sets.ts'
import type { Preparation } from './preparation.ts'
import { toDeploymentTemplate } from './to-deployment-template.ts'

const confidential: Partial<Preparation> = {
  encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
  orchestratorObjectId: '7c1d0b1c-1111-4222-8333-444455556666',
}

it.each<[string, Preparation]>([
  ['new-vault-with-roles', aPreparation([aPreparedRegion('japaneast')])],
  [
    'new-vault-with-access-policies',
    aPreparation([
      aPreparedRegion('japaneast', { vault: { isNew: true, name: 'kv-jpe', permissionModel: 'AccessPolicies' } }),
    ]),
  ],
  [
    'existing-vault-and-key',
    aPreparation([
      aPreparedRegion('japaneast', {
        vault: { isNew: false, name: 'kv-jpe', permissionModel: 'AccessPolicies' },
        key: { isNew: false, name: 'images-key' },
      }),
    ]),
  ],
  ['key-of-another-tenant', aPreparation([aCrossTenantRegion('japaneast')])],
  [
    'confidential',
    aPreparation(
      [aPreparedRegion('westus', { attestationUri: 'https://sharedwus.wus.attest.azure.net' })],
      confidential,
    ),
  ],
])('%s', async (name, preparation) => {
  const text = `${JSON.stringify(toDeploymentTemplate(preparation), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot(`golden/${name}.golden.json`)
})
