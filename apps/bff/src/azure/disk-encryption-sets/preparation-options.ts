import { apiVersions, regionName, resourceGroupId } from '@portal/arm'
import { type DiskEncryptionSetType, roleWrite } from '@portal/disk-encryption'
import type { PreparationOptions, VaultForKeys } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { answered, unlessHidden } from '../arm/sdk-answers.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { listKeyNames, listKeyVaults, type ArmKeyVault } from './keys/key-vaults.ts'

interface Asked {
  subscriptionId: string
  resourceGroupName: string
  locations: string[]
  encryptionType: DiskEncryptionSetType
}

/** The key vaults of a group that can hold keys in some regions, and the caller's permissions there. */
export async function preparationOptions(azure: Azure, asked: Asked): Promise<PreparationOptions> {
  const isConfidential = asked.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
  const [vaults, permissionFor, attestationUris] = await Promise.all([
    unlessHidden(listKeyVaults(azure, asked)),
    permissionsAt(azure, resourceGroupId(asked)),
    isConfidential ? attestationUrisOf(azure, asked) : {},
  ])
  const fitting = (vaults ?? []).filter((vault) => isFitting(vault, asked))
  return {
    vaults: await Promise.all(fitting.map((vault) => withKeys(azure, vault))),
    attestationUris,
    assignRoles: permissionFor(roleWrite),
  }
}

// https://learn.microsoft.com/azure/virtual-machines/disks-enable-customer-managed-keys-portal
function isFitting({ location, properties }: ArmKeyVault, { locations, encryptionType }: Asked): boolean {
  const isPremium = properties.sku.name.toLowerCase() === 'premium'
  return (
    locations.includes(regionName(location)) &&
    properties.enablePurgeProtection === true &&
    properties.enableSoftDelete !== false &&
    (isPremium || encryptionType !== 'ConfidentialVmEncryptedWithCustomerKey')
  )
}

async function withKeys(azure: Azure, { id, name, location, properties }: ArmKeyVault): Promise<VaultForKeys> {
  return {
    name,
    location: regionName(location),
    permissionModel: properties.enableRbacAuthorization === true ? 'Roles' : 'AccessPolicies',
    keyNames: (await unlessHidden(listKeyNames(azure, id))) ?? [],
  }
}

const provider = z.object({ properties: z.object({ attestUri: z.string() }) })

/**
 * Of the provider that Azure runs in each region.
 * https://learn.microsoft.com/rest/api/attestation/attestation-providers/get-default-by-location
 */
async function attestationUrisOf(azure: Azure, { subscriptionId, locations }: Asked): Promise<Record<string, string>> {
  const uris = await Promise.all(
    locations.map(async (location): Promise<[string, string][]> => {
      const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Attestation/locations/${location}/defaultProvider`
      const url = armUrl(path, { 'api-version': apiVersions.attestationProviders.version })
      const found = await unlessHidden(answered(provider, azure.send({ method: 'GET', url })))
      return found === undefined ? [] : [[location, found.properties.attestUri]]
    }),
  )
  return Object.fromEntries(uris.flat())
}
