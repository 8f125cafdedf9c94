import type { RefusalCode, RefusalParams } from '@portal/version-rules'

/** A text for each meaning of Azure's refusal that is no issue of the plan: what happened, and what to do. */
export type RefusalTexts = { [C in RefusalCode]: (params: RefusalParams<C>) => string }

const lastName = (id: string | number) => String(id).split('/').at(-1) ?? String(id)

const limits = new Intl.NumberFormat('en')
const quotas: Record<string, string> = {
  Gallery: 'galleries',
  GalleryImage: 'image definitions',
  GalleryImageVersion: 'image versions',
}

export const refusalsEn: RefusalTexts = {
  // Encryption and keys
  EncryptionIsCreateOnly: ({ lun, region }) =>
    `Encryption can’t be added to LUN ${lun} in ${region} after the region is added. Remove the set, or create a new version.`,
  DiskEncryptionSetTypeMismatch: () =>
    'The type of a disk encryption set doesn’t match the encryption type. Choose sets of the matching type.',
  KeyAccessForbidden: ({ identity, key, vault }) =>
    `${identity} can’t use key ${key} in ${vault}. Grant it Get, Wrap Key, and Unwrap Key, wait a few minutes, and then try again.`,
  KeyAccessForbiddenInAnotherTenant: ({ key, vault }) =>
    `The multi-tenant application can’t use key ${key} in ${vault}. Ask the other tenant to assign it the role Key Vault Crypto Service Encryption User.`,
  ApplicationNotInTenant: ({ application }) =>
    `The application ${application} has no service principal in the key vault’s tenant. Ask that tenant to create it, and then try again.`,
  FederatedCredentialMissing: () =>
    'The multi-tenant application doesn’t trust the set’s user-assigned identity. Add a federated identity credential with its principal ID as the subject.',
  FederatedClientNotMultiTenant: () =>
    'The federated client ID isn’t a multi-tenant application of your tenant. Enter the application’s client ID, and check its supported account types.',
  KeyVaultOfAnotherTenant: () =>
    'The key vault is in another tenant, and no application gives access there. Use a set with a multi-tenant application and a user-assigned identity.',
  KeyNotEnabled: () =>
    'The key of a disk encryption set is disabled. Enable the key version in the key vault, or choose another set.',
  KeyVaultTokenNotAcquired: () =>
    'A disk encryption set can’t sign in to its key vault. Check its managed identity, or choose another set.',
  DirectDriveDiskWithUserAssignedIdentity: () =>
    'Ultra Disks and Premium SSD v2 disks don’t support sets with a user-assigned identity. Choose a set with a system-assigned identity.',
  // Source, regions, the version's life
  SourceThrottled: ({ name }) => `Too many reads of ${name} right now. Wait a few minutes, and then try again.`,
  SourceIsCreateOnly: () =>
    'The source of an image version can’t be changed. Create a new version from the other source.',
  SourceTypeInvalid: ({ name }) =>
    `${name} isn’t supported as this type of source. Choose the source again on the Basics tab.`,
  SourceKindsMixed: () => 'All disks must have the same type of source. Choose the source again on the Basics tab.',
  DataDisksAreCreateOnly: () => 'The data disks and LUNs of an image version can’t be changed. Create a new version.',
  ManagedImageOfTrustedLaunchMachine: () =>
    'Managed images don’t support trusted launch virtual machines. Use the virtual machine itself, or snapshots of its disks, as the source.',
  StorageTypeIsCreateOnly: ({ region, storageAccountType }) =>
    `The storage account type of ${region} can’t be changed. Set it to ${storageAccountType}, its current type.`,
  ReplicationFailed: ({ region, detail }) =>
    `Replication to ${region} failed. Fix the cause, and then remove the region and add it again. Message from Azure: ${detail}`,
  DeletionBlockedBeforeEndOfLife: () =>
    'This image version is protected from deletion until its end of life date. Turn off the protection, or wait until that date.',
  NestedResources: () =>
    'Only empty resources can be deleted. First delete the gallery’s image definitions, or the definition’s versions.',
  GalleryQuotaReached: ({ quota, limit, region }) =>
    `The subscription has reached Azure’s limit of ${typeof limit === 'number' ? limits.format(limit) : limit} ${quotas[quota] ?? quota} in ${region}. Delete old ones, or request a higher limit.`,
  GalleryNameNotUnique: ({ name }) => `The subscription already has a gallery named ${name}. Enter another name.`,
  IdentifierNotUnique: ({ name }) =>
    `Image definition ${name} in this gallery has the same publisher, offer, and SKU. Change one of them.`,
  VersionMarkedForDeletion: ({ name }) =>
    `Image version ${name} is being deleted and can’t be changed. Wait until it’s deleted, or delete it again.`,
  // Virtual machines from a version
  VersionNotInRegion: ({ name, region }) =>
    `${name} isn’t replicated to ${region}. Add ${region} to its target regions, or choose another region.`,
  NoLatestVersion: ({ name }) => `${name} has no latest version. Choose a version, or stop excluding one from latest.`,
  OsProfileNotAllowed: () =>
    'Virtual machines from a specialized image can’t have a new host name or administrator. Remove them.',
  OsProfileMissing: () =>
    'Virtual machines from a generalized image require a host name and an administrator. Enter them.',
  VersionSetInAnotherSubscription: ({ name, versionSubscription, subscription }) =>
    `The image version’s set ${name} is in subscription ${versionSubscription}. For each disk, choose a set in subscription ${subscription}.`,
  PurchasePlanMismatch: ({ name }) =>
    `${name} and the image definition have different marketplace purchase plans. Choose another source, or a definition with the same plan.`,
  PurchasePlanMissing: () =>
    'The image’s source has a marketplace purchase plan, but the request has none. Create an image definition with the plan, and a version in it.',
  PurchasePlanNotNeeded: () =>
    'The image has no marketplace purchase plan, so Azure accepts none in the request. Remove the plan from the request.',
  PurchasePlanNotFound: ({ publisher, product }) =>
    `Azure Marketplace has no offer ${product} of publisher ${publisher}. Check the purchase plan of the image definition.`,
  EncryptionAtHostNotRegistered: () =>
    'Encryption at host isn’t registered for this subscription. Register the EncryptionAtHost feature of Microsoft.Compute, or turn off encryption at host.',
  // Access, policy, traffic
  AuthorizationFailed: ({ action, scope }) =>
    `You don’t have permission for this action on ${lastName(scope)}. Ask for a role that includes ${action}.`,
  LinkedAuthorizationFailed: ({ action, scope }) =>
    `You don’t have permission to use ${lastName(scope)}, which the image version refers to. Ask for a role on it that includes ${action}.`,
  SubscriptionOfAnotherTenant: ({ subscription }) =>
    `Subscription ${subscription} is in another tenant that hasn’t authorized yours. Choose a resource in your tenant, or ask for consent there.`,
  ProviderNotRegistered: ({ namespace }) =>
    `The subscription isn’t registered for ${namespace}. Register the resource provider, and then try again.`,
  DeniedByPolicy: ({ policy }) =>
    `Policy ${policy} denies this request. Choose the encryption it requires, or contact your administrator.`,
  ScopeLocked: ({ scopes }) =>
    `A lock prevents this, set on: ${String(scopes).split(',').map(lastName).join(', ')}. Ask an owner to remove the lock, and then try again.`,
  BusyWithAnotherChange: () => 'Another operation is in progress. Wait for it to finish, and then try again.',
  TooManyRequests: () => 'Azure is limiting requests. Wait a few minutes, and then try again.',
  Unknown: ({ message }) => `Azure rejected the request. Message from Azure: ${message}`,
}
