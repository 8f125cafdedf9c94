import { proposedRotation } from '../readiness/proposed-rotation-policy.ts'
import { subscriptionId } from '../testing.ts'
import type { CrossTenantKey, Preparation, PreparedRegion } from './preparation.ts'

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
