import { newApplication, type ApplicationObject } from '../directory/objects.ts'
import { textAt } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import { production, tenantId } from './contoso-places.ts'
import { computeId, diskEncryptionSet, keyUrl, userAssignedIdentity, vaultId, type Place } from './resource-builders.ts'

// Contoso encrypts with a key of Fabrikam's, by a multi-tenant application of Contoso's that Fabrikam lets in to its
// vault: https://learn.microsoft.com/azure/virtual-machines/disks-cross-tenant-customer-managed-keys

const location = 'westeurope'
const vault = 'kv-fabrikam-weu'

/** The name of the keys in Fabrikam's vaults that are for Contoso. */
export const partnerKey = 'contoso-images-key'

/** Fabrikam's resource group. */
export const partnerPlace: Place = {
  subscriptionId: 'fab41ca0-0000-4000-8000-00000000a001',
  group: 'fabrikamImages',
}

/** Fabrikam's vault in West Europe. */
export const partnerVaultId = vaultId(partnerPlace, vault)

/** Contoso's user-assigned identity that proves its application. */
export const partnerIdentity = userAssignedIdentity(production, { name: 'partner-keys-identity', location })

/** Contoso's multi-tenant application, with the identity as its federated credential. */
export const partnerApplication: ApplicationObject = newApplication({
  id: 'c0470500-0000-4000-8000-00000000c203',
  appId: 'c0470500-0000-4000-8000-00000000c103',
  displayName: 'contoso-partner-keys',
  signInAudience: 'AzureADMultipleOrgs',
  federatedIdentityCredentials: [
    {
      id: 'c0470500-0000-4000-8000-00000000c303',
      name: 'partner-keys-identity',
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      subject: textAt(partnerIdentity.properties, 'principalId') ?? '',
      audiences: ['api://AzureADTokenExchange'],
      description: null,
    },
  ],
})

/** The URL of Fabrikam's key in West Europe, with its version. */
export const partnerKeyUrl = keyUrl(vault, partnerKey)

/** The ID of Contoso's set that uses it. */
export const partnerSetId = computeId(production, 'diskEncryptionSets/WestEuropeFabrikamKeyDiskEncryptionSet')

/** What Contoso has: the identity, and the set. */
export function partnerSet(): StoredResource[] {
  const { principalId, clientId } = partnerIdentity.properties
  const set = diskEncryptionSet(production, {
    name: partnerSetId.split('/').at(-1) ?? '',
    location,
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    vault,
    key: partnerKey,
    identity: { type: 'UserAssigned', userAssignedIdentities: { [partnerIdentity.id]: { principalId, clientId } } },
    properties: { activeKey: { keyUrl: partnerKeyUrl }, federatedClientId: partnerApplication.appId },
  })
  return [partnerIdentity, set]
}
