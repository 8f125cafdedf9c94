import { proposedRotation } from '../readiness/proposed-rotation-policy.ts'
import { subscriptionId } from '../testing.ts'
import type { Preparation, PreparedRegion } from './preparation.ts'

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
