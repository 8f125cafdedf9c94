import { isFromGallery } from './machine-encryption-steps.ts'

/**
 * The steps from Resources to the disks that were created from image versions, with the ID of that version as `image`,
 * and whose key encrypts them as `encryption`. https://learn.microsoft.com/rest/api/compute/disks/get
 */
export const diskFromImageSteps = [
  "where type =~ 'microsoft.compute/disks'",
  'extend image = tostring(properties.creationData.galleryImageReference.id)',
  isFromGallery,
  `extend encryption = case(tostring(properties.securityProfile.securityType) startswith 'ConfidentialVM_DiskEncryptedWith',
    'confidential', properties.encryption.type == 'EncryptionAtRestWithPlatformKey', 'platform',
    properties.encryption.type == 'EncryptionAtRestWithCustomerKey', 'customer',
    properties.encryption.type == 'EncryptionAtRestWithPlatformAndCustomerKeys', 'double', 'unknown')`,
]
