import type { ArmMessage } from './arm-message.ts'
import { meaning } from './decoded-error.ts'
import { cellWithSet, nameOf } from './plan-places.ts'

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
      return meaning(
        'KeyAccessForbidden',
        {
          identity: name,
          key: url?.pathname.split('/')[2] ?? '',
          vault: url?.hostname.split('.')[0] ?? '',
        },
        {
          path: cellWithSet(plan, set?.id ?? identity),
          repair:
            set !== undefined && typeof vault === 'object'
              ? { action: 'grantKeyAccess', diskEncryptionSetId: set.id, vaultId: vault.id }
              : { action: 'chooseAnotherSet' },
        },
      )
    },
  },
  {
    code: 'KeyVaultKeyNotEnabled',
    means: () => meaning('KeyNotEnabled', {}, { repair: { action: 'chooseAnotherSet' } }),
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
