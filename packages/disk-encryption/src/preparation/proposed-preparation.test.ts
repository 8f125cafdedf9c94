import { expect, it } from 'vitest'
import {
  aCrossTenantRegion,
  aDiskEncryptionSet,
  aPreparation,
  aPreparedRegion,
  publicCloud,
  regions,
  subscriptionId,
} from '../testing/sets.ts'
import { actionsOf } from './access-request.ts'
import { preparationIssues } from './preparation-issues.ts'
import { proposedNamePattern, proposedPreparation } from './proposed-preparation.ts'

const customer = { encryptionType: 'EncryptionAtRestWithCustomerKey' as const }
const westUS = { name: 'westus', displayName: 'West US' }
const japanEast = { name: 'japaneast', displayName: 'Japan East' }
const requirement = { subscriptionId, resourceGroupName: 'myResourceGroup', ...customer, regions: [japanEast] }
const inventory = {
  regions: [westUS, japanEast],
  diskEncryptionSets: [
    aDiskEncryptionSet('WestUSDiskEncryptionSet1'),
    aDiskEncryptionSet('EastUS2DiskEncryptionSet1', { location: 'eastus2' }),
    aDiskEncryptionSet('backup'),
  ],
}

it('follows the pattern of the sets there are', () => {
  const pattern = proposedNamePattern(customer, inventory)
  expect(pattern).toBe('{Region}DiskEncryptionSet1')
  const [region] = proposedPreparation(requirement, inventory, { pattern, permissionModel: 'Roles' }).regions
  expect(region).toMatchObject({
    location: 'japaneast',
    diskEncryptionSetName: 'JapanEastDiskEncryptionSet1',
    identityName: 'id-JapanEastDiskEncryptionSet1',
    key: { name: 'images-key' },
  })
  expect(region?.vault.name).toMatch(/^kv-japaneast-[a-z0-9]{6}$/)
})

it('has a plain pattern where there are no sets of the type', () => {
  expect(proposedNamePattern({ encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }, inventory)).toBe(
    'des-{region}',
  )
})

it('counts on where a name is taken', () => {
  const taken = { regions, diskEncryptionSets: [aDiskEncryptionSet('JapanEastDiskEncryptionSet1')] }
  const asked = proposedPreparation(requirement, taken, {
    pattern: '{Region}DiskEncryptionSet1',
    permissionModel: 'Roles',
  })
  expect(asked.regions[0]?.diskEncryptionSetName).toBe('JapanEastDiskEncryptionSet2')
})

it.each([
  ['a set', { diskEncryptionSetName: 'a set' }, 'DiskEncryptionSetNameInvalid'],
  ['a set that is there', { diskEncryptionSetName: 'WESTUSDISKENCRYPTIONSET1' }, 'DiskEncryptionSetNameTaken'],
  ['an identity', { identityName: 'id' }, 'IdentityNameInvalid'],
  ['a vault', { vault: { isNew: true, name: 'kv--wus', permissionModel: 'Roles' as const } }, 'KeyVaultNameInvalid'],
  [
    'a vault in use',
    { vault: { isNew: true, name: 'kv-used', permissionModel: 'Roles' as const } },
    'KeyVaultNameTaken',
  ],
  ['a key', { key: { isNew: true, name: 'images_key' } }, 'KeyNameInvalid'],
])('names what is wrong with the name of %s', (_, overrides, code) => {
  const asked = aPreparation([aPreparedRegion('japaneast', overrides)])
  expect(preparationIssues(asked, inventory, { takenVaultNames: ['kv-used'] })).toMatchObject([{ region: 0, code }])
})

it('says where a region has as many sets as Azure allows', () => {
  const full = Array.from({ length: 5000 }, (_, index) => aDiskEncryptionSet(`Full${index}`, { location: 'japaneast' }))
  const asked = aPreparation([aPreparedRegion('japaneast')])
  const issues = (count: number) =>
    preparationIssues(asked, { diskEncryptionSets: full.slice(0, count) }).map(({ code }) => code)
  expect([issues(4999), issues(5000)]).toEqual([[], ['DiskEncryptionSetLimitReached']])
})

it.each([
  [{ rotateAfter: 21, expireAfter: 28 }, []],
  [{ rotateAfter: 20, expireAfter: 27 }, ['KeyRotationInvalid']],
])('says where Key Vault would not take the rotation policy %j', (keyRotation, codes) => {
  const issues = (key: { isNew: boolean; name: string }) =>
    preparationIssues(aPreparation([aPreparedRegion('japaneast', { key })], { keyRotation }), inventory)
  expect(issues({ isNew: true, name: 'images-key' }).map(({ code }) => code)).toEqual(codes)
  expect(issues({ isNew: false, name: 'images-key' })).toEqual([])
})

it('asks for who releases the keys of confidential disks, and for the region’s attestation provider', () => {
  const asked = aPreparation([aPreparedRegion('japaneast')], {
    encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
  })
  expect(preparationIssues(asked, inventory).map(({ code }) => code)).toEqual([
    'AttestationProviderMissing',
    'OrchestratorInvalid',
  ])
})

it.each([
  ['a client ID that is none', { federatedClientId: 'contoso-keys' }, 'federatedClientId', 'FederatedClientIdInvalid'],
  ['no client ID', { federatedClientId: '' }, 'federatedClientId', 'FederatedClientIdInvalid'],
  [
    'the name of an identity',
    { userAssignedIdentityId: 'keys' },
    'userAssignedIdentityId',
    'UserAssignedIdentityInvalid',
  ],
  [
    'the ID of something else',
    {
      userAssignedIdentityId: `/subscriptions/${subscriptionId}/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v`,
    },
    'userAssignedIdentityId',
    'UserAssignedIdentityInvalid',
  ],
  ['no key', { keyUrl: '' }, 'keyUrl', 'KeyUrlInvalid'],
  ['a key without its version', { keyUrl: 'https://kv.vault.azure.net/keys/k' }, 'keyUrl', 'KeyVersionRequired'],
  ['a key of another cloud', { keyUrl: 'https://kv.vault.azure.cn/keys/k/0011' }, 'keyUrl', 'KeyUrlOfAnotherCloud'],
])('says of a key of another tenant where it has %s', (_, over, field, code) => {
  const asked = aPreparation([aCrossTenantRegion('japaneast', over)])
  expect(preparationIssues(asked, inventory, { cloud: publicCloud })).toEqual([{ region: 0, field, code }])
})

it('does not look at names that a key of another tenant leaves unused', () => {
  const region = aCrossTenantRegion('japaneast')
  const asked = aPreparation([{ ...region, identityName: '', vault: { ...region.vault, name: '?' } }], {
    keyRotation: { rotateAfter: 1, expireAfter: 2 },
  })
  expect(preparationIssues(asked, inventory, { takenVaultNames: ['?'] })).toEqual([])
  expect(actionsOf(asked)).toEqual([
    'Microsoft.Resources/deployments/write',
    'Microsoft.Compute/diskEncryptionSets/write',
  ])
})
