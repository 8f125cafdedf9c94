import { isJsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'

export const diskEncryptionSetType = 'Microsoft.Compute/diskEncryptionSets'

/**
 * The set at `now`, milliseconds: during a key rotation it is `Updating` and returns the previous key; afterwards it
 * has the newer key, or the error of the rotation.
 * https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/get
 */
export function diskEncryptionSetAt(set: StoredResource, now: number): StoredResource {
  const { keyRotation, ...rest } = set
  if (keyRotation === undefined || now < keyRotation.startsAt) return set
  const { to, startsAt, endsAt, failure } = keyRotation
  const { activeKey: before } = set.properties
  if (failure) {
    const { code, message } = failure
    return { ...rest, properties: { ...set.properties, autoKeyRotationError: { code, message } } }
  }
  const properties = { ...set.properties, activeKey: { ...(isJsonObject(before) && before), keyUrl: to } }
  if (now >= endsAt)
    return { ...rest, properties: { ...properties, lastKeyRotationTimestamp: new Date(endsAt).toISOString() } }
  return {
    ...set,
    properties: { ...properties, previousKeys: before === undefined ? [] : [before] },
    change: { state: 'Updating', startedAt: startsAt, endsAt },
  }
}
