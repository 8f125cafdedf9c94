import { textAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'

export const keyVaultType = 'Microsoft.KeyVault/vaults'
export const keyType = `${keyVaultType}/keys`
export const keyVersionType = `${keyType}/versions`

// A key's URL with its version, whatever the rotation:
// https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/create-or-update
const versionedKeyUrl = /^https:\/\/([^/]+)\/keys\/([\w-]+)\/([0-9a-f]{32})\/?$/i

/** Where a key's URL leads: the existing parts in the tenant. */
export interface KeyLocation {
  vaultName: string
  vault?: StoredResource | undefined
  /** id of the key in ARM, if the vault is there */
  keyId?: string
  version?: StoredResource | undefined
}

/** Whether a text is the URL of a key with its version. */
export function isVersionedKeyUrl(url: string): boolean {
  return versionedKeyUrl.test(url)
}

/** undefined for a URL that is not one of a key vault (a managed HSM's, for example). */
export function keyLocation(tenant: Tenant, keyUrl: string): KeyLocation | undefined {
  const [, host = '', key = '', version = ''] = versionedKeyUrl.exec(keyUrl) ?? []
  const [, vaultName] = /^([\w-]+)\.vault\.azure\.net(?::443)?$/i.exec(host) ?? []
  if (vaultName === undefined) return undefined
  const vault = vaultsOf(tenant).find(({ name }) => name.toLowerCase() === vaultName.toLowerCase())
  if (vault === undefined) return { vaultName }
  const keyId = `${vault.id}/keys/${key}`
  return { vaultName, vault, keyId, version: tenant.store.get(`${keyId}/versions/${version}`) }
}

/** Every vault of the tenant; a vault's name is its own in all the world. */
export function vaultsOf(tenant: Tenant): StoredResource[] {
  return tenant.subscriptions.flatMap(({ subscriptionId }) =>
    tenant.store.list(`/subscriptions/${subscriptionId}`, keyVaultType),
  )
}

/** The URL of a key version as the vault itself writes it; ARM's names the port. */
export function keyUrlOf({ properties }: StoredResource): string {
  return textAt(properties, 'keyUriWithVersion')?.replace(':443', '') ?? ''
}
