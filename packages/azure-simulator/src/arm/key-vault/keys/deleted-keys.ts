import type { JsonObject } from '../../../json.ts'
import { forgetNextKeyVersion } from '../../../next-key-version.ts'
import type { StoredResource } from '../../../store/store.ts'
import { ArmRefusal } from '../../errors.ts'
import type { KeyVaultVisit } from '../key-vault-visit.ts'
import { retentionOf } from '../recovery-level.ts'
import { keyBundle, keyItem, unversionedUrlOf } from './key-bundle.ts'
import { keyVaultType } from './key-location.ts'

// Deleted keys wait in their vault, to be recovered or purged:
// https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview

const type = `${keyVaultType}/deletedKeys`
const day = 86_400_000

/** Takes a key away with its versions, and keeps it until the vault's retention is over. */
export function deleteKey({ tenant, vault }: KeyVaultVisit, key: StoredResource): JsonObject {
  const { store, clock } = tenant
  const startedAt = clock.now()
  const deleted: StoredResource = {
    id: idOf(vault, key.name),
    type,
    name: key.name,
    location: key.location,
    properties: {},
    recoverable: [key, ...store.list(`${key.id}/versions`)],
    change: { state: 'Deleting', startedAt, endsAt: startedAt + retentionOf(vault) * day },
  }
  store.remove(key.id)
  store.put(deleted)
  forgetNextKeyVersion(store)
  return deletedBundle(deleted, vault)
}

export function getDeletedKey(visit: KeyVaultVisit): JsonObject {
  return deletedBundle(requestedDeletedKey(visit), visit.vault)
}

export function listDeletedKeys({ tenant, vault }: KeyVaultVisit): JsonObject {
  const value = tenant.store.list(vault.id, type).map((deleted) => {
    const key = keyOf(deleted)
    return { ...keyItem(key, vault, unversionedUrlOf(key)), ...whenDeleted(deleted, key) }
  })
  return { value, nextLink: null }
}

/** Puts a key back with its versions. */
export function recoverKey(visit: KeyVaultVisit): JsonObject {
  const { store } = visit.tenant
  const deleted = requestedDeletedKey(visit)
  store.remove(deleted.id)
  for (const resource of deleted.recoverable ?? []) store.put(resource)
  forgetNextKeyVersion(store)
  return keyBundle(keyOf(deleted), visit.vault)
}

/** Purges a deleted key. Throws 403 if the vault has purge protection. */
export function purgeKey(visit: KeyVaultVisit): undefined {
  const deleted = requestedDeletedKey(visit)
  if (visit.vault.properties['enablePurgeProtection'] === true)
    throw new ArmRefusal(403, {
      code: 'Forbidden',
      message: 'Operation "purge" is not allowed because purge protection is enabled for this vault.',
    })
  visit.tenant.store.remove(deleted.id)
  return undefined
}

/** Throws 409 if a deleted key still has the name. */
export function assertKeyNameFree({ tenant, vault, name }: KeyVaultVisit): void {
  if (tenant.store.get(idOf(vault, name)) === undefined) return
  const message = `Key ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the key can only be recovered or purged.`
  throw new ArmRefusal(409, { code: 'Conflict', message })
}

function requestedDeletedKey({ tenant, vault, name }: KeyVaultVisit): StoredResource {
  const found = tenant.store.get(idOf(vault, name))
  if (found) return found
  const message = `Deleted Key not found: ${name}`
  throw new ArmRefusal(404, { code: 'KeyNotFound', message })
}

function idOf(vault: StoredResource, name: string): string {
  return `${vault.id}/deletedKeys/${name}`
}

function keyOf({ recoverable = [] }: StoredResource): StoredResource {
  const [key] = recoverable
  if (key === undefined) throw new Error('A deleted key that holds no key')
  return key
}

function deletedBundle(deleted: StoredResource, vault: StoredResource): JsonObject {
  const key = keyOf(deleted)
  return { ...keyBundle(key, vault), ...whenDeleted(deleted, key) }
}

function whenDeleted({ name, change }: StoredResource, key: StoredResource): JsonObject {
  return {
    recoveryId: `${new URL(unversionedUrlOf(key)).origin}/deletedkeys/${name}`,
    deletedDate: Math.floor((change?.startedAt ?? 0) / 1000),
    scheduledPurgeDate: Math.floor((change?.endsAt ?? 0) / 1000),
  }
}
