import {
  apiVersions,
  childResourceId,
  formatResourceId,
  parseResourceIdOf,
  regionName,
  resourceGroupId,
  type ResourceId,
  sameRegion,
} from '@portal/arm'
import type { KeyVaultFacts } from '@portal/disk-encryption'
import type { KeyVaultSummary, KeyVersion } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../../arm/arm-request.ts'
import type { Azure } from '../../arm/clients.ts'
import { allOf, answered } from '../../arm/sdk-answers.ts'
import { defined } from '../../arm/wire-facts.ts'

const apiVersion = apiVersions.keyVaults.version
const type = 'Microsoft.KeyVault/vaults'

const accessPolicy = z.object({
  objectId: z.string(),
  permissions: z.object({ keys: z.nullish(z.array(z.string())) }),
})

/** What ARM and Resource Graph answer about the protection of a vault. */
export const keyVaultProperties = z.object({
  accessPolicies: z.nullish(z.array(accessPolicy)),
  enableRbacAuthorization: z.nullish(z.boolean()),
  enableSoftDelete: z.nullish(z.boolean()),
  enablePurgeProtection: z.nullish(z.boolean()),
  publicNetworkAccess: z.nullish(z.string()),
  networkAcls: z.nullish(z.looseObject({ bypass: z.nullish(z.string()), defaultAction: z.nullish(z.string()) })),
})

const armKeyVault = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.extend(keyVaultProperties, { tenantId: z.string(), sku: z.object({ name: z.string() }) }),
})
export type ArmKeyVault = z.output<typeof armKeyVault>

/** A vault, wherever it was read. */
export type ReadKeyVault = Pick<ArmKeyVault, 'id' | 'name' | 'location'> & {
  properties: z.output<typeof keyVaultProperties>
}

/** The vault, without its keys. https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get */
export function getKeyVault(azure: Azure, id: string): Promise<ArmKeyVault> {
  return answered(armKeyVault, azure.send({ method: 'GET', url: vaultUrl(id) }))
}

/**
 * The vaults of a subscription, or of a resource group.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/list-by-subscription
 */
export function listKeyVaults(
  azure: Azure,
  { subscriptionId, resourceGroupName }: Pick<ResourceId, 'subscriptionId'> & Partial<ResourceId>,
): Promise<ArmKeyVault[]> {
  const scope =
    resourceGroupName === undefined
      ? `/subscriptions/${subscriptionId}`
      : resourceGroupId({ subscriptionId, resourceGroupName })
  return allOf(armKeyVault, listAt(azure, armUrl(`${scope}/providers/${type}`, { 'api-version': apiVersion })))
}

/** The vaults of a subscription in one region, by name. */
export async function listKeyVaultsIn(
  azure: Azure,
  subscriptionId: string,
  location: string,
): Promise<KeyVaultSummary[]> {
  const vaults = await listKeyVaults(azure, { subscriptionId })
  return vaults
    .map(toKeyVaultFacts)
    .filter((vault) => sameRegion(vault.location, location))
    .map(({ id, name, location: region, softDelete, purgeProtection }) => ({
      id,
      name,
      location: region,
      isProtected: softDelete && purgeProtection,
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** The names of a vault's keys. https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/list */
export async function listKeyNames(azure: Azure, vaultId: string): Promise<string[]> {
  const url = armUrl(`${formatResourceId(parseVaultId(vaultId))}/keys`, { 'api-version': apiVersion })
  const keys = await allOf(z.object({ name: z.string() }), listAt(azure, url))
  return keys.map(({ name }) => name).sort()
}

/**
 * Whether no vault in Azure has the name, nor a deleted one.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/check-name-availability
 */
export async function isVaultNameFree(azure: Azure, subscriptionId: string, name: string): Promise<boolean> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/checkNameAvailability`
  const request = {
    method: 'POST' as const,
    url: armUrl(path, { 'api-version': apiVersion }),
    body: { name, type },
  }
  return (await answered(z.object({ nameAvailable: z.boolean() }), azure.send(request))).nameAvailable
}

/** Changes some properties of a vault. https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/update */
export async function patchKeyVault(azure: Azure, id: string, properties: object): Promise<void> {
  await azure.send({ method: 'PATCH', url: vaultUrl(id), body: { properties } })
}

/**
 * Adds permissions to the vault's access policies.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/update-access-policy
 */
export async function addAccessPolicies(
  azure: Azure,
  { id, properties: { tenantId } }: ArmKeyVault,
  policies: { objectId: string; permissions: { keys: string[] } }[],
): Promise<void> {
  const url = armUrl(`${formatResourceId(parseVaultId(id))}/accessPolicies/add`, { 'api-version': apiVersion })
  const accessPolicies = policies.map((policy) => ({ tenantId, ...policy }))
  await azure.send({ method: 'PUT', url, body: { properties: { accessPolicies } } })
}

/** The facts of a vault that the rules need. Without rules of its own, its firewall allows all networks. */
export function toKeyVaultFacts({ id, name, location, properties }: ReadKeyVault): KeyVaultFacts {
  const { enableSoftDelete, enablePurgeProtection } = properties
  return {
    id,
    name,
    location: regionName(location),
    // ARM's own default since 2020
    softDelete: enableSoftDelete !== false,
    purgeProtection: enablePurgeProtection === true,
    firewall: firewallOf(properties),
  }
}

// https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get. No stable API version of Key Vault returns the
// facts of a network security perimeter with an association in Enforced mode.
function firewallOf({ networkAcls, publicNetworkAccess }: ReadKeyVault['properties']): KeyVaultFacts['firewall'] {
  const trustsServices = networkAcls?.bypass !== 'None'
  switch (publicNetworkAccess?.toLowerCase()) {
    case 'securedbyperimeter':
      return 'perimeter'
    case 'disabled':
      return trustsServices ? 'privateAndTrustedServices' : 'private'
    default:
      if (networkAcls?.defaultAction !== 'Deny') return 'open'
      return trustsServices ? 'trustedServices' : 'closed'
  }
}

const armKeyVersion = z.object({
  properties: z.object({
    keyUriWithVersion: z.string(),
    attributes: z.nullish(
      z.object({
        enabled: z.nullish(z.boolean()),
        created: z.nullish(z.number()),
        exp: z.nullish(z.number()),
      }),
    ),
  }),
})

/**
 * The versions of a key, the latest first. https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/list-versions
 */
export async function listKeyVersions(azure: Azure, vaultId: string, keyName: string): Promise<KeyVersion[]> {
  const key = formatResourceId(childResourceId(parseVaultId(vaultId), 'keys', keyName))
  const url = armUrl(`${key}/versions`, { 'api-version': apiVersion })
  const versions = await allOf(armKeyVersion, listAt(azure, url))
  return versions
    .toSorted((one, other) => (other.properties.attributes?.created ?? 0) - (one.properties.attributes?.created ?? 0))
    .map(({ properties: { keyUriWithVersion, attributes } }) => ({
      // ARM writes the port, disk encryption sets do not.
      keyUrl: keyUriWithVersion.replace(':443/', '/'),
      enabled: attributes?.enabled !== false,
      ...defined({ created: instantOf(attributes?.created), expires: instantOf(attributes?.exp) }),
    }))
}

/** The parts of a vault's id. Throws `InvalidResourceId` for any other. */
export function parseVaultId(id: string): ResourceId {
  return parseResourceIdOf(type, id)
}

function vaultUrl(id: string): string {
  return armUrl(formatResourceId(parseVaultId(id)), { 'api-version': apiVersion })
}

/** From ARM's seconds since 1970 to ISO 8601. */
export function instantOf(seconds: number | null | undefined): string | undefined {
  return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : undefined
}
