import { apiVersions } from '@portal/arm'
import * as z from 'zod/mini'
import { diskEncryptionSetFacts } from './key-health/disk-encryption-set-facts.ts'

/**
 * Azure's three types of server-side encryption; the type of the disk encryption set distinguishes the two with
 * customer-managed keys.
 */
export const encryptionType = z.enum([
  'EncryptionAtRestWithPlatformKey',
  'EncryptionAtRestWithCustomerKey',
  'EncryptionAtRestWithPlatformAndCustomerKeys',
])
export type EncryptionType = z.infer<typeof encryptionType>

/** The type of sets for the disks of confidential machines. */
export const confidentialSetType = 'ConfidentialVmEncryptedWithCustomerKey' as const

export const diskEncryptionSet = z.strictObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  encryptionType: z.enum([
    'EncryptionAtRestWithCustomerKey',
    'EncryptionAtRestWithPlatformAndCustomerKeys',
    'ConfidentialVmEncryptedWithCustomerKey',
  ]),
  provisioningState: z.string(),
  /** name of the key vault, or host name of the managed HSM, from the key's URL */
  keyVaultName: z.string(),
  keyName: z.string(),
  rotationToLatestKeyVersionEnabled: z.boolean(),
  /** present while Azure cannot rotate the key */
  autoKeyRotationError: z.optional(z.string()),
  /** of the key behind the set; absent until they were read */
  facts: z.optional(diskEncryptionSetFacts),
})
export type DiskEncryptionSet = z.infer<typeof diskEncryptionSet>
export type DiskEncryptionSetType = DiskEncryptionSet['encryptionType']

/** The API version of requests about disk encryption sets. */
export const diskEncryptionSetApiVersion = apiVersions.disks.version

/** What has the sets of a subscription, such as an inventory. The list must not change: it is indexed once. */
export interface WithDiskEncryptionSets {
  diskEncryptionSets: DiskEncryptionSet[]
}
