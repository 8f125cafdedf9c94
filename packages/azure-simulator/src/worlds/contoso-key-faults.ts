import type { StoredResource } from '../store/store.ts'
import type { RoleAssignment } from '../world.ts'
import { diskEncryptionSet, keyGrants, keyVault, userAssignedIdentity, type Place } from './resource-builders.ts'

const location = 'westus'
const day = 86_400

/**
 * Sets in West US named by the fault of their keys, and a working one with a user-assigned identity. `now`:
 * milliseconds; one key expired the day before, another will in six days.
 */
export function contosoKeyFaults(
  place: Place,
  now: number,
): { resources: StoredResource[]; roleAssignments: RoleAssignment[] } {
  const seconds = Math.floor(now / 1000)
  const set = (
    name: string,
    facts: Omit<Parameters<typeof diskEncryptionSet>[1], 'name' | 'location' | 'encryptionType'>,
  ) =>
    diskEncryptionSet(place, {
      ...facts,
      name: `WestUS${name}DiskEncryptionSet`,
      location,
      encryptionType: 'EncryptionAtRestWithCustomerKey',
    })

  const identity = userAssignedIdentity(place, { name: 'images-identity', location })
  const { principalId, clientId } = identity.properties
  const ungranted = set('NotGranted', { vault: 'kv-policies-wus', key: 'not-granted-key' })
  const granted = [
    set('DisabledKey', { vault: 'kv-roles-wus', key: 'disabled-key' }),
    set('ExpiredKey', { vault: 'kv-roles-wus', key: 'expired-key' }),
    set('ExpiringKey', { vault: 'kv-roles-wus', key: 'expiring-key' }),
    set('NoPurgeProtection', { vault: 'kv-unprotected-wus', key: 'images-key' }),
    set('FarVault', { vault: 'kv-contoso-eus2', key: 'images-key-1' }),
    set('Firewalled', { vault: 'kv-closed-wus', key: 'images-key' }),
    set('NeverRotated', { vault: 'kv-roles-wus', key: 'never-rotated-key' }),
    set('Perimeter', { vault: 'kv-perimeter-wus', key: 'images-key' }),
    set('Private', { vault: 'kv-private-wus', key: 'images-key' }),
  ]
  const byOtherIdentities = [
    set('UserAssigned', {
      vault: 'kv-policies-wus',
      key: 'images-key',
      identity: { type: 'UserAssigned', userAssignedIdentities: { [identity.id]: { principalId, clientId } } },
    }),
    // Its identity is gone, so its key rotation stopped:
    // https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/get
    set('RotationError', {
      vault: 'kv-roles-wus',
      key: 'turned-key',
      identity: { type: 'None' },
      properties: {
        autoKeyRotationError: {
          code: 'ManagedServiceIdentityNotFound',
          message:
            "Auto-key rotation was disabled as managed service identity associated with DiskEncryptionSet 'WestUSRotationErrorDiskEncryptionSet' was not found. Please update the resource with correct identity to re-enable auto-key rotation.",
        },
      },
    }),
  ]
  return {
    resources: [
      identity,
      ...keyVault(place, {
        name: 'kv-policies-wus',
        location,
        keys: ['images-key', 'not-granted-key'],
        properties: {
          enableRbacAuthorization: false,
          accessPolicies: [{ objectId: principalId, permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } }],
        },
      }),
      ...keyVault(place, {
        name: 'kv-roles-wus',
        location,
        keys: [
          { name: 'disabled-key', attributes: { enabled: false } },
          { name: 'expired-key', attributes: { exp: seconds - day } },
          { name: 'expiring-key', attributes: { exp: seconds + 6 * day } },
          { name: 'turned-key', versions: 2 },
          { name: 'never-rotated-key', rotationPolicy: null },
        ],
      }),
      ...keyVault(place, {
        name: 'kv-unprotected-wus',
        location,
        keys: ['images-key'],
        properties: { enablePurgeProtection: undefined },
      }),
      ...keyVault(place, {
        name: 'kv-closed-wus',
        location,
        keys: ['images-key'],
        properties: {
          networkAcls: { bypass: 'None', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
        },
      }),
      // Only what its network security perimeter allows:
      // https://learn.microsoft.com/azure/private-link/network-security-perimeter-transition
      ...keyVault(place, {
        name: 'kv-perimeter-wus',
        location,
        keys: ['images-key'],
        properties: { publicNetworkAccess: 'SecuredByPerimeter' },
      }),
      ...keyVault(place, {
        name: 'kv-private-wus',
        location,
        keys: ['images-key'],
        properties: { publicNetworkAccess: 'Disabled' },
      }),
      ungranted,
      ...granted,
      ...byOtherIdentities,
    ],
    roleAssignments: keyGrants(granted),
  }
}
