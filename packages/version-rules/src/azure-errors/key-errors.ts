import type { ArmMessage } from './arm-message.ts'
import { meaning, type DecodedError } from './decoded-error.ts'
import { cellWithSet, nameOf } from './plan-paths.ts'

// https://github.com/MicrosoftDocs/azure-docs/issues/96319; those known only by their code: public support texts
export const keyMessages: ArmMessage[] = [
  {
    code: 'KeyVaultAccessForbidden',
    text: /^Unable to access key vault resource '(?<keyUrl>[^']+)'.*permissions to (?:disk encryption set|user-assigned identity) '(?<identity>[^']+)'/,
    means({ groups: { keyUrl = '', identity = '' }, plan, diskEncryptionSets }) {
      const url = URL.parse(keyUrl)
      const isKeyOf = (facts: { keyUrl: string } | undefined) => facts?.keyUrl.toLowerCase() === keyUrl.toLowerCase()
      const name = nameOf(identity)
      const set = diskEncryptionSets.find((one) => one.name.toLowerCase() === name.toLowerCase() || isKeyOf(one.facts))
      const vault = set?.facts?.vault
      const path = cellWithSet(plan, set?.id ?? identity)
      const place = { key: url?.pathname.split('/')[2] ?? '', vault: url?.hostname.split('.')[0] ?? '' }
      const forbidden = meaning(
        'KeyAccessForbidden',
        { identity: name, ...place },
        {
          path,
          repair:
            set !== undefined && typeof vault === 'object'
              ? { action: 'grantKeyAccess', diskEncryptionSetId: set.id, vaultId: vault.id }
              : { action: 'chooseAnotherSet' },
        },
      )
      return vault === 'inAnotherTenant' ? forKeyOfAnotherTenant(forbidden) : forbidden
    },
  },
  {
    code: 'KeyVaultKeyNotEnabled',
    means: () => meaning('KeyNotEnabled', {}, { repair: { action: 'chooseAnotherSet' } }),
  },
  // Between tenants, Azure quotes Key Vault and Microsoft Entra ID, with several codes:
  // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  {
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/28904
    text: /AKV10032: Invalid issuer/,
    means: () => meaning('KeyVaultOfAnotherTenant', {}, { repair: { action: 'chooseAnotherSet' } }),
  },
  {
    text: /AADSTS(?:7000229|700016): .*?(?<application>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i,
    means: ({ groups: { application = '' } }) =>
      meaning('ApplicationNotInTenant', { application }, { repair: { action: 'retry' } }),
  },
  {
    text: /AADSTS70021[1-3]?:/,
    means: () => meaning('FederatedCredentialMissing', {}, { repair: { action: 'retry' } }),
  },
  {
    // https://github.com/hashicorp/terraform-provider-azurerm/pull/19184
    text: /Federated client id can only be set to/,
    means: () => meaning('FederatedClientNotMultiTenant', {}),
  },
  {
    code: 'KeyVaultAccessTokenCannotBeAcquired',
    means: () => meaning('KeyVaultTokenNotAcquired', {}, { repair: { action: 'chooseAnotherSet' } }),
  },
  {
    code: 'DirectDriveDiskNotSupportUserAssignedIdentityDes',
    means: () => meaning('DirectDriveDiskWithUserAssignedIdentity', {}, { repair: { action: 'chooseAnotherSet' } }),
  },
]

/** The meaning for a set whose key is in another tenant: access is granted there, to the application of the set. */
export function forKeyOfAnotherTenant(error: DecodedError): DecodedError {
  if (error.code !== 'KeyAccessForbidden') return error
  const { key = '', vault = '' } = error.params
  return meaning('KeyAccessForbiddenInAnotherTenant', { key, vault }, { path: error.path, repair: { action: 'retry' } })
}
