import { textAt } from '../../../json.ts'
import type { Store, StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'

export const keyVaultType = 'Microsoft.KeyVault/vaults'
export const keyType = `${keyVaultType}/keys`
export const keyVersionType = `${keyType}/versions`

// A key's URL with its version, whatever the rotation:
// https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/create-or-update
const versionedKeyUrl = /^https:\/\/([^/]+)\/keys\/([\w-]+)\/([0-9a-f]{32})\/?$/i

/** Where a key's URL leads: the existing parts in the tenant, or in another that has a vault of this name. */
export interface KeyLocation {
  vaultName: string
  /** that has the vault */
  home: Tenant
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
  for (const home of [tenant, ...(tenant.others?.() ?? [])]) {
    const vault = vaultNamed(home, vaultName)
    if (vault === undefined) continue
    const keyId = `${vault.id}/keys/${key}`
    return { vaultName, home, vault, keyId, version: home.store.get(`${keyId}/versions/${version}`) }
  }
  return { vaultName, home: tenant }
}

// Where a vault was found last, by its name in lowercase: a large world has too many to search them for each key.
const foundAt = new WeakMap<Store, Map<string, string>>()

function vaultNamed(tenant: Tenant, vaultName: string): StoredResource | undefined {
  const name = vaultName.toLowerCase()
  const known = foundAt.get(tenant.store) ?? new Map<string, string>()
  foundAt.set(tenant.store, known)
  const last = tenant.store.get(known.get(name) ?? '')
  if (last?.type === keyVaultType) return last
  const vault = vaultsOf(tenant).find((one) => one.name.toLowerCase() === name)
  if (vault) known.set(name, vault.id)
  return vault
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
