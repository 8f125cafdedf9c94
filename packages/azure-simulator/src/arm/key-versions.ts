import { numberAt } from '../json.ts'
import type { StoredResource } from '../store.ts'
import type { Tenant } from '../world.ts'
import { keyType, keyUrlOf, keyVersionType } from './key-location.ts'
import { rotateSetsOf } from './key-rotation.ts'

/**
 * Keeps a version of a key, new or changed. The key itself always shows its newest version; a new one sends the sets
 * that use the key on their way to it. https://learn.microsoft.com/azure/key-vault/keys/about-keys
 */
export function putKeyVersion(tenant: Tenant, version: StoredResource): void {
  const { store } = tenant
  const keyId = version.id.replace(/\/versions\/[^/]+$/, '')
  const current = store.get(keyId)
  const isNew = store.get(version.id) === undefined
  store.put(version)
  if (!isNew && current && keyUrlOf(current) !== keyUrlOf(version)) return
  // The policy of rotation is the key's, whatever its version.
  const rotationPolicy = current?.properties['rotationPolicy']
  const key: StoredResource = {
    id: keyId,
    type: keyType,
    name: keyId.split('/').at(-1) ?? '',
    location: version.location,
    properties: { ...version.properties, ...(rotationPolicy !== undefined && { rotationPolicy }) },
  }
  store.put(key)
  if (isNew && current) rotateSetsOf(tenant, key)
}

/** The versions of a key, oldest first. */
export function versionsOf({ store }: Tenant, keyId: string): StoredResource[] {
  const createdAt = ({ properties }: StoredResource) => numberAt(properties, 'attributes', 'created') ?? 0
  return store.list(keyId, keyVersionType).toSorted((one, other) => createdAt(one) - createdAt(other))
}
