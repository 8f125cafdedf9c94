import { azureClouds, type AzureCloud } from '@portal/arm'
import { describe, expect, it } from 'vitest'
import {
  aDiskEncryptionSet,
  otherSubscriptionId,
  publicCloud,
  readyFacts,
  stackCloud,
  vaultId,
} from '../testing/sets.ts'
import { keyChangeIssues, type KeyChange, type VaultOfKey } from './key-change.ts'

const set = aDiskEncryptionSet('WestUSDiskEncryptionSet1', { facts: readyFacts() })
const newKey = 'https://kv-contoso-wus.vault.azure.net/keys/images-key/ffeeddccbbaa99887766554433221100'
const vault: VaultOfKey = { location: 'westus', isProtected: true }
const toKey = (keyUrl: string, sourceVaultId = vaultId): KeyChange => ({ key: { keyUrl, sourceVaultId } })

describe('a change of the key of a disk encryption set', () => {
  it.each([
    ['another version of a key in a vault of the subscription', toKey(newKey), vault],
    ['a key of another subscription, whose vault is not named', toKey(newKey, ''), undefined],
    ['a key of a managed HSM', toKey(newKey.replace('vault.', 'managedhsm.'), ''), undefined],
    ['a key by a URL as ARM writes it, with the port', toKey(newKey.replace('.net/', '.net:443/'), ''), undefined],
    ['automatic rotation turned off', { rotationToLatestKeyVersionEnabled: false }, undefined],
  ])('may be %s', (_, change, known) => {
    expect(keyChangeIssues(change, set, { cloud: publicCloud, vault: known })).toEqual([])
  })

  it.each([
    ['no key', toKey('', ''), 'keyUrl', 'KeyUrlRequired'],
    ['what is no URL of a key', toKey('kv-contoso-wus/images-key', ''), 'keyUrl', 'KeyUrlInvalid'],
    ['a URL with somebody’s name in it', toKey(newKey.replace('://', '://ada@'), ''), 'keyUrl', 'KeyUrlInvalid'],
    ['a URL that is not https', toKey(newKey.replace('https', 'http')), 'keyUrl', 'KeyUrlInvalid'],
    ['a key without its version', toKey(newKey.replace(/\/[^/]+$/, '')), 'keyUrl', 'KeyVersionRequired'],
    ['a key of another vault than the one named', toKey(newKey.replace('wus', 'eus')), 'vault', 'KeyVaultNotOfKey'],
    [
      'a vault of another subscription by its id',
      toKey(newKey, vaultId.replace(/subscriptions\/[^/]+/, `subscriptions/${otherSubscriptionId}`)),
      'vault',
      'KeyVaultInAnotherSubscription',
    ],
    ['nothing', { rotationToLatestKeyVersionEnabled: true }, 'keyUrl', 'NothingChanges'],
  ])('may not be %s', (_, change, field, code) => {
    expect(keyChangeIssues(change, set, { cloud: publicCloud })).toEqual([{ field, code }])
  })

  it.each([
    ['of another region', { ...vault, location: 'eastus2' }, 'KeyVaultInAnotherRegion'],
    ['without purge protection', { ...vault, isProtected: false }, 'KeyVaultWithoutPurgeProtection'],
  ])('may not be to a vault %s', (_, known, code) => {
    expect(keyChangeIssues(toKey(newKey), set, { cloud: publicCloud, vault: known })).toEqual([
      { field: 'vault', code },
    ])
  })

  it.each([
    ['vault.azure.net', [azureClouds.AzureCloud]],
    ['VAULT.Azure.Net', [azureClouds.AzureCloud]],
    ['managedhsm.azure.net', [azureClouds.AzureCloud]],
    ['vault.usgovcloudapi.net', [azureClouds.AzureUSGovernment]],
    ['managedhsm.usgovcloudapi.net', [azureClouds.AzureUSGovernment]],
    ['vault.azure.cn', [azureClouds.AzureChinaCloud]],
    ['managedhsm.azure.cn', [azureClouds.AzureChinaCloud]],
    ['vault.stack.contoso.com', [stackCloud]],
    ['managedhsm.stack.contoso.com', []],
    ['vault.azure.net.contoso.com', []],
    ['contoso.com', []],
  ])('is to a key at %s in those clouds only whose vaults are there', (suffix, takers: AzureCloud[]) => {
    const change = toKey(newKey.replace('vault.azure.net', suffix))
    for (const cloud of [...Object.values(azureClouds), stackCloud]) {
      const issues = keyChangeIssues(change, set, { cloud })
      expect(issues, cloud.name).toEqual(
        takers.includes(cloud) ? [] : [{ field: 'keyUrl', code: 'KeyUrlOfAnotherCloud' }],
      )
    }
  })

  it('does not turn on automatic rotation of a confidential set', () => {
    const confidential = aDiskEncryptionSet('ConfidentialSet', {
      encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
      rotationToLatestKeyVersionEnabled: false,
    })
    expect(keyChangeIssues({ rotationToLatestKeyVersionEnabled: true }, confidential, { cloud: publicCloud })).toEqual([
      { field: 'rotation', code: 'AutoRotationNotForConfidential' },
    ])
  })
})
