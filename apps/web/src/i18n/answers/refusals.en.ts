import type { RefusalCode, RefusalParams } from '@portal/image-version'

/** A text for each meaning of Azure's refusal that is no issue of the plan: what happened, and what to do. */
export type RefusalTexts = { [C in RefusalCode]: (params: RefusalParams<C>) => string }

const lastName = (id: string | number) => String(id).split('/').at(-1) ?? String(id)

export const refusalsEn: RefusalTexts = {
  // Encryption and keys
  EncryptionIsCreateOnly: ({ lun, region }) =>
    `Azure sets the encryption of a disk when its region is added: LUN ${lun} in ${region} cannot get a set now. Remove it, or create a new image version.`,
  DiskEncryptionSetTypeMismatch: () =>
    'A disk encryption set is of another type than the image version needs. Choose sets of the type that the encryption type asks for.',
  KeyAccessForbidden: ({ identity, key, vault }) =>
    `${identity} may not use the key ${key} in ${vault}. Grant it the rights to get, wrap and unwrap keys, wait some minutes, and try again.`,
  KeyNotEnabled: () =>
    'The key of a disk encryption set is disabled. Enable its version in the key vault, or choose another set.',
  KeyVaultTokenNotAcquired: () =>
    'A disk encryption set cannot sign in to its key vault. Check its managed identity, or choose another set.',
  DirectDriveDiskWithUserAssignedIdentity: () =>
    'Ultra Disks and Premium SSD v2 take no disk encryption set with a user-assigned identity. Choose a set with a system-assigned identity.',
  // Source, regions, the version's life
  SourceThrottled: ({ name }) => `${name} is being read too often at the moment. Wait some minutes, and try again.`,
  SourceIsCreateOnly: () =>
    'The source of an image version cannot be changed. Create a new image version from the other source.',
  SourceTypeInvalid: ({ name }) =>
    `Azure does not take ${name} as a source of this kind. Choose the source again on the Basics tab.`,
  SourceKindsMixed: () => 'Azure takes one kind of source for all disks. Choose the source again on the Basics tab.',
  DataDisksAreCreateOnly: () =>
    'The data disks of an image version and their LUNs cannot be changed. Create a new image version.',
  ManagedImageOfTrustedLaunchMachine: () =>
    'Azure makes no managed image of a virtual machine with trusted launch. Create the image version from the virtual machine itself, or from snapshots of its disks.',
  StorageTypeIsCreateOnly: ({ region, storageAccountType }) =>
    `The storage account type of ${region} cannot be changed. Set it to ${storageAccountType}, as it is in Azure.`,
  ReplicationFailed: ({ region, detail }) =>
    `The replication to ${region} failed. Try again; if that does not help, remove the region and add it again. Azure says: ${detail}`,
  DeletionBlockedBeforeEndOfLife: () =>
    'The image version is protected from deletion until its end of life date. Turn the protection off first, or wait for that date.',
  NestedResources: () =>
    'Azure deletes only what is empty. Delete the image definitions of a gallery, or the versions of a definition, first.',
  GalleryNameNotUnique: ({ name }) => `The subscription has a gallery ${name} already. Choose another name.`,
  IdentifierNotUnique: ({ name }) =>
    `The image definition ${name} of this gallery has the same publisher, offer and SKU. Change one of the three.`,
  VersionMarkedForDeletion: ({ name }) =>
    `Image version ${name} is being deleted and takes no changes. Wait until it is gone, or delete it again.`,
  // Virtual machines from a version
  VersionNotInRegion: ({ name, region }) =>
    `${name} is not replicated to ${region}. Add ${region} to its target regions, or choose a region that has it.`,
  NoLatestVersion: ({ name }) =>
    `${name} has no version that counts as the latest. Choose a version, or stop excluding one from latest.`,
  OsProfileNotAllowed: () =>
    'A virtual machine from a specialized image takes no host name and no administrator. Leave them out.',
  OsProfileMissing: () =>
    'A virtual machine from a generalized image needs a host name and an administrator. Enter them.',
  VersionSetInAnotherSubscription: ({ name, versionSubscription, subscription }) =>
    `The disk encryption set ${name} of the image version is in subscription ${versionSubscription} and cannot be used in ${subscription}. Choose a set of that subscription for each disk.`,
  PurchasePlanMismatch: ({ name }) =>
    `${name} has another marketplace purchase plan than the image definition. Choose another source, or a definition with the same plan.`,
  EncryptionAtHostNotRegistered: () =>
    'Encryption at host is not registered for this subscription. Register the feature EncryptionAtHost of Microsoft.Compute, or turn it off.',
  // Access, policy, traffic
  AuthorizationFailed: ({ action, scope }) =>
    `You may not do this to ${lastName(scope)}. Ask for a role with the action ${action}.`,
  LinkedAuthorizationFailed: ({ action, scope }) =>
    `You may not use ${lastName(scope)}, which the image version refers to. Ask for a role with the action ${action} on it.`,
  SubscriptionOfAnotherTenant: ({ subscription }) =>
    `Subscription ${subscription} is of another tenant, which has not let this one in. Choose a resource of your tenant, or ask for consent there.`,
  ProviderNotRegistered: ({ namespace }) =>
    `The subscription is not registered for ${namespace}. Register the resource provider, and try again.`,
  DeniedByPolicy: ({ policy }) =>
    `The policy ${policy} forbids this. Choose the encryption that it asks for, or talk to those who assigned it.`,
  BusyWithAnotherChange: () => 'Azure is still at work on another change. Wait until it is done, and try again.',
  TooManyRequests: () => 'Azure takes no more requests for now. Wait some minutes, and try again.',
  Unknown: ({ message }) => `Azure refused. Azure says: ${message}`,
}
