import { azureClouds, formatResourceId, type AzureCloud } from '@portal/arm'
import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import type { DiskEncryptionSetFacts, KeyFacts, KeyVaultFacts } from '../key-health/disk-encryption-set-facts.ts'
import { keyVaultCryptoServiceEncryptionUser } from '../key-health/key-role-ids.ts'
import { proposedRotation } from '../key-health/proposed-rotation-policy.ts'
import type { CrossTenantKey, Preparation, PreparedRegion } from '../preparation/preparation.ts'
import type { Region } from '../regions.ts'

// What only tests read of the product.
export type { ComplianceFacts } from '../alerts/non-compliant-today.ts'
export { noteParams } from '../key-health/finding.ts'

// Sets, their keys and preparations for tests, by default ready for use. A test overrides what it is about.

export const subscriptionId = '0a1b2c3d-1111-4222-8333-444455556666'
export const otherSubscriptionId = '9f8e7d6c-9999-4888-8777-666655554444'

export const publicCloud: AzureCloud = azureClouds.AzureCloud

/** An Azure that is not one of Microsoft's, known by the address of its Resource Manager. */
export const stackCloud: AzureCloud = {
  name: 'ContosoStack',
  loginEndpoint: 'https://login.stack.contoso.com',
  resourceManager: 'https://management.stack.contoso.com:8443',
  audience: 'https://management.contoso.onmicrosoft.com/0c0ffee0-1111-4222-8333-444455556666',
  portal: 'https://portal.stack.contoso.com',
  suffixes: { keyVaultDns: 'vault.stack.contoso.com', storage: 'stack.contoso.com' },
}

/** The id of a `Microsoft.Compute` resource: `computeId('images', 'myImage')`. */
export function computeId(type: string, name: string, subscription = subscriptionId): string {
  return formatResourceId({
    subscriptionId: subscription,
    resourceGroupName: 'myResourceGroup',
    provider: 'Microsoft.Compute',
    types: type.split('/'),
    names: name.split('/'),
  })
}

/** The id of a disk encryption set of the gallery's subscription. */
export function diskEncryptionSetId(name: string): string {
  return computeId('diskEncryptionSets', name)
}

/** A set with its key, ready for use in West US. */
export function aDiskEncryptionSet(name: string, overrides: Partial<DiskEncryptionSet> = {}): DiskEncryptionSet {
  return {
    id: diskEncryptionSetId(name),
    name,
    location: 'westus',
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    provisioningState: 'Succeeded',
    keyVaultName: 'kv-contoso-wus',
    keyName: 'images-key',
    rotationToLatestKeyVersionEnabled: true,
    ...overrides,
  }
}

export const setPrincipalId = '5e7a0b1c-1111-4222-8333-444455556666'
export const vaultId = formatResourceId({
  subscriptionId,
  resourceGroupName: 'myResourceGroup',
  provider: 'Microsoft.KeyVault',
  types: ['vaults'],
  names: ['kv-contoso-wus'],
})

/** Facts of a set that is ready in West US, its access to the key given long ago by a role. */
export function readyFacts(overrides: Partial<DiskEncryptionSetFacts> = {}): DiskEncryptionSetFacts {
  return {
    identity: { type: 'SystemAssigned', principalIds: [setPrincipalId] },
    keyUrl: 'https://kv-contoso-wus.vault.azure.net/keys/images-key/00112233445566778899aabbccddeeff',
    previousKeys: [],
    vault: aKeyVault(),
    key: aKey(),
    keyAccess: {
      type: 'RoleAssignments',
      assignments: [
        {
          principalId: setPrincipalId,
          principalType: 'ServicePrincipal',
          roleId: keyVaultCryptoServiceEncryptionUser,
          scope: vaultId,
          createdOn: '2026-01-01T00:00:00.000Z',
        },
      ],
    },
    ...overrides,
  }
}

/** A vault of West US as disk encryption sets need it. */
export function aKeyVault(overrides: Partial<KeyVaultFacts> = {}): KeyVaultFacts {
  return {
    id: vaultId,
    name: 'kv-contoso-wus',
    location: 'westus',
    softDelete: true,
    purgeProtection: true,
    firewall: 'trustedServices',
    ...overrides,
  }
}

/** An enabled key that does not expire, of which Azure creates a new version each year. */
export function aKey(overrides: Partial<KeyFacts> = {}): KeyFacts {
  return {
    name: 'images-key',
    enabled: true,
    kty: 'RSA',
    keySize: 3072,
    exportable: false,
    rotationPolicy: { rotate: { timeAfterCreate: 'P1Y' } },
    ...overrides,
  }
}

/** What `aPlan` refers to in West US and East US 2, and sets of the other types. */
export const diskEncryptionSets: DiskEncryptionSet[] = [
  ...['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'].map((name) => aDiskEncryptionSet(name)),
  ...['EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2'].map((name) =>
    aDiskEncryptionSet(name, { location: 'eastus2', keyVaultName: 'kv-contoso-eus2' }),
  ),
  aDiskEncryptionSet('WestUSDoubleEncryptionSet', { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }),
  aDiskEncryptionSet('EastUS2DoubleEncryptionSet', {
    location: 'eastus2',
    encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
  }),
  aDiskEncryptionSet('WestUSConfidentialSet', { encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }),
]

/** West US, East US 2, Japan East (with no set) and West Central US. */
export const regions: Region[] = [
  { name: 'westus', displayName: 'West US', hasAvailabilityZones: false },
  { name: 'eastus2', displayName: 'East US 2', hasAvailabilityZones: true },
  { name: 'japaneast', displayName: 'Japan East', hasAvailabilityZones: true },
  { name: 'westcentralus', displayName: 'West Central US' },
]

/** A region whose vault, key, identity and grant are all new. */
export function aPreparedRegion(location: string, overrides: Partial<PreparedRegion> = {}): PreparedRegion {
  return {
    location,
    diskEncryptionSetName: `des-${location}`,
    identityName: `id-des-${location}`,
    vault: { isNew: true, name: `kv-${location}`, permissionModel: 'Roles' },
    key: { isNew: true, name: 'images-key' },
    attestationUri: '',
    ...overrides,
  }
}

/** Customer keys in those regions. */
export function aPreparation(regions: PreparedRegion[], overrides: Partial<Preparation> = {}): Preparation {
  return {
    subscriptionId,
    resourceGroupName: 'myResourceGroup',
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    rotationToLatestKeyVersionEnabled: true,
    keyRotation: proposedRotation,
    orchestratorObjectId: '',
    regions,
    ...overrides,
  }
}

/** A region whose key is in a vault of another tenant. */
export function aCrossTenantRegion(location: string, overrides: Partial<CrossTenantKey> = {}): PreparedRegion {
  return aPreparedRegion(location, {
    crossTenantKey: {
      keyUrl: 'https://kv-fabrikam.vault.azure.net/keys/partner-key/00112233445566778899aabbccddeeff',
      federatedClientId: 'c0470500-0000-4000-8000-00000000c103',
      userAssignedIdentityId: `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.ManagedIdentity/userAssignedIdentities/partner-keys-identity`,
      ...overrides,
    },
  })
}
