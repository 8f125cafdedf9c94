import { textAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'
import { diskEncryptionSetAt, diskEncryptionSetType } from '../../compute/disk-encryption-set/disk-encryption-set-at.ts'
import { keyLocation, keyUrlOf } from './key-location.ts'
import { keyProblem } from './usable-key.ts'

// A set uses a new version within an hour:
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption#automatic-key-rotation-of-customer-managed-keys
const noticedAfter = 55 * 60_000
const turningTime = 5 * 60_000

/**
 * The set with the pending rotation to its key's newest version, if it rotates automatically and has not stopped with
 * an error.
 */
export function withKeyRotation(tenant: Tenant, set: StoredResource, at = tenant.clock.now()): StoredResource {
  const { keyRotation: waiting, ...current } = settledSet(set, at)
  const { rotationToLatestKeyVersionEnabled: turns, activeKey, autoKeyRotationError } = current.properties
  const active = textAt(activeKey, 'keyUrl') ?? ''
  const keyId = keyLocation(tenant, active)?.keyId
  const key = keyId === undefined ? undefined : tenant.store.get(keyId)
  if (turns !== true || autoKeyRotationError !== undefined || key === undefined) return current
  const to = keyUrlOf(key)
  if (to.toLowerCase() === active.toLowerCase()) return current
  const startsAt = waiting?.startsAt ?? at + noticedAfter
  const then: Tenant = { ...tenant, clock: { ...tenant.clock, now: () => at } }
  const failure = rotationProblem(then, {
    ...current,
    properties: { ...current.properties, activeKey: { keyUrl: to } },
  })
  return { ...current, keyRotation: { to, startsAt, endsAt: startsAt + turningTime, ...(failure && { failure }) } }
}

/**
 * New key versions, created at `at` (ms), start the rotation of every set that uses one of the keys and rotates
 * automatically.
 */
export function rotateSetsOf(tenant: Tenant, keys: StoredResource[], at: number): void {
  const ids = new Set(keys.map(({ id }) => id.toLowerCase()))
  for (const { subscriptionId } of tenant.subscriptions)
    for (const set of tenant.store.list(`/subscriptions/${subscriptionId}`, diskEncryptionSetType)) {
      const keyId = keyLocation(tenant, textAt(set.properties, 'activeKey', 'keyUrl') ?? '')?.keyId
      if (keyId !== undefined && ids.has(keyId.toLowerCase())) tenant.store.put(withKeyRotation(tenant, set, at))
    }
}

// A started rotation finishes before anything else happens to the set.
function settledSet(set: StoredResource, now: number): StoredResource {
  const { keyRotation } = set
  return keyRotation && now >= keyRotation.startsAt ? diskEncryptionSetAt(set, keyRotation.endsAt) : set
}

function rotationProblem(tenant: Tenant, set: StoredResource) {
  const problem = keyProblem(tenant, set)
  if (problem?.code !== 'KeyVaultAccessTokenCannotBeAcquired') return problem
  return {
    code: 'ManagedServiceIdentityNotFound',
    message: `Auto-key rotation was disabled as managed service identity associated with DiskEncryptionSet '${set.name}' was not found. Please update the resource with correct identity to re-enable auto-key rotation.`,
  }
}
