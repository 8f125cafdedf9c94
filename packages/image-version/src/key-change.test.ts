import { describe, expect, it } from 'vitest'
import { keyChangeIssues, type KeyChange, type VaultOfKey } from './key-change.ts'
import { aDiskEncryptionSet, otherSubscriptionId, readyFacts, vaultId } from './testing.ts'

const set = aDiskEncryptionSet('WestUSDiskEncryptionSet1', { facts: readyFacts() })
const newKey = 'https://kv-contoso-wus.vault.azure.net/keys/images-key/ffeeddccbbaa99887766554433221100'
const vault: VaultOfKey = { location: 'westus', isProtected: true }
const toKey = (keyUrl: string, sourceVaultId = vaultId): KeyChange => ({ key: { keyUrl, sourceVaultId } })

describe('a change of the key of a disk encryption set', () => {
  it.each([
    ['another version of a key in a vault of the subscription', toKey(newKey), vault],
    ['a key of another subscription, whose vault is not named', toKey(newKey, ''), undefined],
    ['a key of a managed HSM', toKey(newKey.replace('vault.', 'managedhsm.'), ''), undefined],
    ['automatic rotation turned off', { rotationToLatestKeyVersionEnabled: false }, undefined],
  ])('may be %s', (_, change, known) => {
    expect(keyChangeIssues(change, set, known)).toEqual([])
  })

  it.each([
    ['no key', toKey('', ''), 'keyUrl', 'KeyUrlRequired'],
    ['what is no URL of a key', toKey('kv-contoso-wus/images-key', ''), 'keyUrl', 'KeyUrlInvalid'],
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
    expect(keyChangeIssues(change, set)).toEqual([{ field, code }])
  })

  it.each([
    ['of another region', { ...vault, location: 'eastus2' }, 'KeyVaultInAnotherRegion'],
    ['without purge protection', { ...vault, isProtected: false }, 'KeyVaultWithoutPurgeProtection'],
  ])('may not be to a vault %s', (_, known, code) => {
    expect(keyChangeIssues(toKey(newKey), set, known)).toEqual([{ field: 'vault', code }])
  })

  it('does not turn on automatic rotation of a confidential set', () => {
    const confidential = aDiskEncryptionSet('ConfidentialSet', {
      encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
      rotationToLatestKeyVersionEnabled: false,
    })
    expect(keyChangeIssues({ rotationToLatestKeyVersionEnabled: true }, confidential)).toEqual([
      { field: 'rotation', code: 'AutoRotationNotForConfidential' },
    ])
  })
})
