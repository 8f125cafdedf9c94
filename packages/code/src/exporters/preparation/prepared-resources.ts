import { apiVersions } from '@portal/arm'
import { newKeyRotation, type Preparation, rotationPolicyOf } from '@portal/disk-encryption'

/**
 * The resource providers that sets need:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-services-resource-providers
 */
export const providers = ['Microsoft.Compute', 'Microsoft.KeyVault', 'Microsoft.ManagedIdentity']

/** Replaces the registration of a feature in the article of 2020. */
export const featureNote = '# The SIGEncryption feature is no longer required.'

export const keyApiVersion = apiVersions.keyVaults.version

/** How to create a key: RSA only, https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions */
export function keyBody(preparation: Preparation): string {
  const rotation = newKeyRotation(preparation)
  return JSON.stringify({
    properties: { kty: 'RSA', keySize: 3072, ...(rotation && { rotationPolicy: rotationPolicyOf(rotation) }) },
  })
}

/**
 * How long a script retries to create a set that needs a new role assignment; `pause` in seconds.
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---role-assignment-changes-are-not-being-detected
 */
export const newRole = {
  note: '# A new role assignment can take minutes to apply. Until then, Azure rejects the set.',
  refusal: 'KeyVaultAccessForbidden',
  attempts: 30,
  pause: 30,
}

/**
 * Keys of confidential sets need a release policy and access for a second identity, which only the ARM template
 * supports here.
 */
export function isConfidential({ encryptionType }: Preparation): boolean {
  return encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
}
