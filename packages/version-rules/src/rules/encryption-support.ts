import {
  asksForDiskSets,
  chosenDisks,
  chosenResources,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  isEncryptableSource,
  type Issue,
  usesCustomerKeys,
  warningAt,
} from '@portal/image-version'

// Versions created from VHDs or from other image versions can't be encrypted with customer-managed keys.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function encryptableSourceIssues(plan: ImageVersionPlan): Issue[] {
  if (!asksForDiskSets(plan) || isEncryptableSource(plan.source.type)) return []
  return [errorAt(['encryptionType'], 'EncryptionNotSupportedForSource', { sourceType: plan.source.type })]
}

// A gallery that is shared directly or with the community can't contain encrypted versions.
// https://learn.microsoft.com/azure/virtual-machines/share-gallery-community
export function sharedGalleryIssues(plan: ImageVersionPlan, { gallery }: Inventory): Issue[] {
  if (!asksForDiskSets(plan) || gallery === undefined || gallery.sharing === 'Private') return []
  const params = { gallery: gallery.name, sharing: gallery.sharing }
  return [errorAt(['encryptionType'], 'EncryptionNotSupportedForSharedGallery', params)]
}

// Disks that were ever encrypted inside the guest (Azure Disk Encryption) can't use a customer-managed key. Without one
// they can be a source, until the service retires and nothing unlocks them after a restart.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption-migrate
export function azureDiskEncryptionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(plan.source, inventory).flatMap(({ path, resource }) => {
    if (resource === undefined || !('usesAzureDiskEncryption' in resource) || !resource.usesAzureDiskEncryption)
      return []
    const { name } = resource
    if (!usesCustomerKeys(plan)) return [warningAt(path, 'AzureDiskEncryptionRetires', { name })]
    return [errorAt(['encryptionType'], 'CustomerKeyNotSupportedForAzureDiskEncryption', { name })]
  })
}

const obstacles = [
  'EncryptionNotSupportedForSource',
  'EncryptionNotSupportedForSharedGallery',
  'CustomerKeyNotSupportedForAzureDiskEncryption',
] as const
type CustomerKeyObstacle = (typeof obstacles)[number]

/**
 * The code of the issue that customer-managed keys would be for the plan's source or gallery, whatever type the plan
 * has now; undefined if nothing that is known speaks against them.
 */
export function customerKeyObstacle(plan: ImageVersionPlan, inventory: Inventory): CustomerKeyObstacle | undefined {
  const encrypted: ImageVersionPlan = { ...plan, encryptionType: 'EncryptionAtRestWithCustomerKey' }
  const codes = [encryptableSourceIssues, sharedGalleryIssues, azureDiskEncryptionIssues]
    .flatMap((rule) => rule(encrypted, inventory))
    .map(({ code }) => code)
  return obstacles.find((obstacle) => codes.includes(obstacle))
}

// Ultra Disk and Premium SSD v2 do not support double encryption. Azure says so for disks, not for images created from
// them: a warning. https://learn.microsoft.com/azure/virtual-machines/disks-enable-double-encryption-at-rest-portal
export function doubleEncryptionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (plan.encryptionType !== 'EncryptionAtRestWithPlatformAndCustomerKeys') return []
  return chosenDisks(plan.source, inventory).flatMap(({ disk: { name, storageAccountType } }) => {
    if (storageAccountType !== 'UltraSSD_LRS' && storageAccountType !== 'PremiumV2_LRS') return []
    return [warningAt(['encryptionType'], 'DoubleEncryptionNotSupportedForDisk', { disk: name, storageAccountType })]
  })
}

// A disk encrypted with a customer-managed key can't return to platform-managed keys. What Azure does with a version of
// it that names no set is not documented: a warning, for each such disk.
// https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
export function platformKeyIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (usesCustomerKeys(plan)) return []
  return chosenDisks(plan.source, inventory).flatMap(({ disk: { name, diskEncryptionSetId } }) =>
    diskEncryptionSetId === undefined ? [] : [warningAt(['encryptionType'], 'PlatformKeyForEncryptedSource', { name })],
  )
}
