import { numberAt, type JsonObject } from '../../../json.ts'
import { forgetNextKeyVersion } from '../../../next-key-version.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'
import { keyType, keyUrlOf, keyVersionType } from './key-location.ts'
import { rotateSetsOf } from './key-rotation.ts'

/**
 * Keeps a version of a key, new or changed. The key itself always shows its newest version; a new one sends the sets
 * that use the key on their way to it. https://learn.microsoft.com/azure/key-vault/keys/about-keys
 */
export function putKeyVersion(tenant: Tenant, version: StoredResource): void {
  const { store, clock } = tenant
  const isAnother = store.get(version.id) === undefined && store.get(keyIdOf(version)) !== undefined
  const key = keepKeyVersion(tenant, version)
  if (isAnother) rotateSetsOf(tenant, [key], clock.now())
}

/** Keeps a version without telling the sets: the key as it then is. */
export function keepKeyVersion({ store }: Tenant, version: StoredResource): StoredResource {
  const keyId = keyIdOf(version)
  const current = store.get(keyId)
  const isNew = store.get(version.id) === undefined
  store.put(version)
  forgetNextKeyVersion(store)
  if (!isNew && current && keyUrlOf(current) !== keyUrlOf(version)) return current
  // The policy of rotation is the key's, whatever its version.
  const rotationPolicy = current?.properties['rotationPolicy']
  const key: StoredResource = {
    id: keyId,
    type: keyType,
    name: keyId.split('/').at(-1) ?? '',
    location: version.location,
    ...(version.tags && { tags: version.tags }),
    properties: { ...version.properties, ...(rotationPolicy !== undefined && { rotationPolicy }) },
  }
  store.put(key)
  return key
}

/** Gives a key another policy of rotation. */
export function putRotationPolicy({ store }: Tenant, key: StoredResource, rotationPolicy: JsonObject): void {
  store.put({ ...key, properties: { ...key.properties, rotationPolicy } })
  forgetNextKeyVersion(store)
}

function keyIdOf({ id }: StoredResource): string {
  return id.replace(/\/versions\/[^/]+$/, '')
}

/** The versions of a key, oldest first. */
export function versionsOf({ store }: Tenant, keyId: string): StoredResource[] {
  const createdAt = ({ properties }: StoredResource) => numberAt(properties, 'attributes', 'created') ?? 0
  return store.list(keyId, keyVersionType).toSorted((one, other) => createdAt(one) - createdAt(other))
}
