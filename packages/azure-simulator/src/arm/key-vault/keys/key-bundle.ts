import { isJsonObject, textAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { recoveryLevelOf, retentionOf } from '../recovery-level.ts'
import { keyUrlOf } from './key-location.ts'
import { jsonWebKeyOf } from './key-material.ts'

/** A version of a key as its vault answers with it. */
export function keyBundle(version: StoredResource, vault: StoredResource): JsonObject {
  return { key: jsonWebKeyOf(version), ...aboutKey(version, vault) }
}

/** A key or a version in a list: its URL in the place of the key itself. */
export function keyItem(version: StoredResource, vault: StoredResource, kid = keyUrlOf(version)): JsonObject {
  return { kid, ...aboutKey(version, vault) }
}

/** The URL of a key, whatever its version. */
export function unversionedUrlOf(key: StoredResource): string {
  return keyUrlOf(key).replace(/\/[^/]+$/, '')
}

function aboutKey({ properties, tags }: StoredResource, vault: StoredResource): JsonObject {
  const { attributes, kty } = properties
  return {
    attributes: {
      ...(isJsonObject(attributes) && attributes),
      recoveryLevel: recoveryLevelOf(vault),
      recoverableDays: retentionOf(vault),
      // Recorded of software keys; of the others, our reading:
      // https://learn.microsoft.com/azure/key-vault/keys/about-keys
      hsmPlatform: textAt({ kty }, 'kty')?.endsWith('-HSM') ? '2' : '0',
    },
    ...(tags && { tags }),
  }
}
