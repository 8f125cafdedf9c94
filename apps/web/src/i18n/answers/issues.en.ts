import type { IssueCode, IssueParams } from '@portal/image-version'

/** A text for each code of an issue: what is wrong, and what to do. */
export type IssueTexts = { [C in IssueCode]: (params: IssueParams<C>) => string }

type Param = string | number

/** Words for ARM's enumerations, as they stand inside a sentence. */
export const issueLabelsEn: Record<string, string> = {
  EncryptionAtRestWithPlatformKey: 'Encryption at-rest with a platform managed key',
  EncryptionAtRestWithCustomerKey: 'Encryption at-rest with a customer-managed key',
  EncryptionAtRestWithPlatformAndCustomerKeys: 'Double encryption with platform-managed and customer-managed keys',
  ConfidentialVmEncryptedWithCustomerKey: 'Confidential disk encryption with a customer-managed key',
  ManagedImage: 'a managed image',
  DisksAndSnapshots: 'disks and snapshots',
  VirtualMachine: 'a virtual machine',
  ImageVersion: 'another VM image version',
  StorageBlobs: 'storage blobs (VHD)',
  Generalized: 'generalized',
  Specialized: 'specialized',
  Groups: 'directly with other subscriptions or tenants',
  Community: 'with the community',
  V1: 'generation 1',
  V2: 'generation 2',
  Standard: 'Standard',
  TrustedLaunch: 'Trusted launch',
  TrustedLaunchSupported: 'Trusted launch supported',
  TrustedLaunchAndConfidentialVmSupported: 'Trusted launch and confidential VM supported',
  ConfidentialVM: 'Confidential',
  ConfidentialVMSupported: 'Confidential supported',
  UltraSSD_LRS: 'Ultra Disk',
  PremiumV2_LRS: 'Premium SSD v2',
}

const label = (value: Param) => issueLabelsEn[value] ?? String(value)
const diskName = (disk: Param) => (disk === 'os' ? 'the OS disk' : `LUN ${disk}`)
const numbers = new Intl.NumberFormat('en')
const size = (sizeInGB: Param) => `${numbers.format(Number(sizeInGB))} GB`

export const issuesEn: IssueTexts = {
  // Basics
  ImageDefinitionRequired: () => 'Choose the image definition that the version belongs to.',
  ImageDefinitionNotFound: () =>
    'Azure has no such image definition, or you may not see it. Choose another one, or ask for the Reader role on its gallery.',
  VersionNameRequired: () => 'Enter a version number, such as 1.0.0.',
  VersionNameInvalid: () =>
    'The VM image version number should follow Major(int).Minor(int).Patch(int) format. For example: 1.0.0, 1.2.2',
  VersionNumberInRecycleBin: ({ name }) =>
    `Version ${name} is in the recycle bin. Restore it, delete it permanently there, or enter another number.`,
  VersionNameExists: ({ name }) => `The image definition already has a version ${name}. Enter another version number.`,
  LocationRequired: () => 'Choose the region of the version: that of its source.',
  LocationNotAvailable: ({ region }) => `Image versions are not offered in ${region}. Choose another region.`,
  SourceRequired: () => 'Choose what the version is made from.',
  SourceNotFound: ({ id }) =>
    `Azure has no resource ${lastName(id)}, or you may not see it. Choose another source, or ask for access to this one.`,
  SourceInvalid: ({ id }) => `${id} is not the resource ID of a source of this kind. Choose the source again.`,
  SourceInAnotherRegion: ({ name, sourceRegion, region }) =>
    `${name} is in ${sourceRegion}, but the version is to be in ${region}. Choose a source in ${region}, or change the region of the version.`,
  SourceNotReady: ({ name, state }) =>
    `${name} is in the state ${state}. Wait until Azure has finished with it, or choose another source.`,
  SourceDuplicate: ({ name }) => `${name} is chosen more than once. Choose a source of its own for each disk.`,
  SourceLunDuplicate: ({ lun }) =>
    `LUN ${lun} is used by another data disk. Enter a LUN of its own for each data disk.`,
  SourceLunOutOfRange: () => 'Enter a LUN from 0 to 63, a whole number.',
  SourceOsTypeMismatch: ({ name, sourceOsType, osType }) =>
    `${name} holds ${sourceOsType}, but the image definition is for ${osType}. Choose a ${osType} source, or another image definition.`,
  SourceOsStateMismatch: ({ name, sourceOsState, osState }) =>
    `${name} is ${label(sourceOsState)}, but the image definition is for ${label(osState)} images. Choose another source or another image definition.`,
  SourceGenerationMismatch: ({ name, sourceGeneration, generation }) =>
    `${name} is of ${label(sourceGeneration)}, but the image definition is for ${label(generation)}. Choose another source or another image definition.`,
  SourceTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `The disk ${name} has ${size(sizeInGB)}; Azure’s documents name ${size(maxSizeInGB)} as the most for this kind of image. Choose a smaller disk, or expect the replication to fail.`,
  SourceEphemeralOsDisk: ({ name }) =>
    `${name} has an ephemeral OS disk, which Azure cannot capture. Choose another virtual machine or another kind of source.`,
  SourceUltraDisk: ({ name, disk }) =>
    name === disk
      ? `${disk} is an Ultra Disk, which Azure cannot capture. Choose another source.`
      : `${name} contains the Ultra Disk ${disk}, which Azure cannot capture. Detach it, or choose another source.`,
  SourceUnmanagedDisks: ({ name }) =>
    `${name} uses unmanaged disks, which Azure cannot capture. Convert them to managed disks, or choose another virtual machine.`,
  SourceWithoutOperatingSystem: ({ name }) =>
    `Azure knows of no operating system on ${name}. Make sure that it is the OS disk and not a data disk.`,
  SourceEncryptedInAnotherSubscription: ({ name, sourceSubscription, subscription }) =>
    `${name} is encrypted with a customer-managed key and is in subscription ${sourceSubscription}; the gallery is in ${subscription}. Choose a source in the gallery’s subscription, or one without a customer-managed key.`,
  SourceVersionUsesCustomerKeys: ({ name }) =>
    `Image version ${name} is encrypted with customer-managed keys, and such a version cannot be the source of another one. Choose what that version was made from.`,
  SourceConfidentialInAnotherSubscription: ({ name }) =>
    `${name} is in another subscription than the gallery; a confidential image version cannot be made across subscriptions. Choose a source in the gallery’s subscription.`,
  TrustedLaunchCaptureFails: ({ name }) =>
    `${name} uses trusted launch and has disks with a customer-managed key. Users report that Azure then fails to replicate the version; making it from snapshots of the disks works better.`,
  SourceMachineRunning: ({ name }) =>
    `${name} is running. Azure advises to stop (deallocate) it first, so that its disks are captured as they belong together.`,
  SourceNotConfidential: ({ name }) =>
    `The image definition is for confidential virtual machines, but ${name} is not confidential. Choose a confidential virtual machine, or a disk or snapshot of one.`,
  ConfidentialSupportedSource: ({ sourceType }) =>
    `The image definition supports confidential virtual machines; Azure’s documents make its versions from a VHD or a managed image of generation 2, not from ${label(sourceType)}. Choose such a source to be sure.`,
  ConfidentialSupportedTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `The OS disk ${name} has ${size(sizeInGB)}; for definitions that support confidential virtual machines Azure’s documents ask for less than ${size(maxSizeInGB)}. Choose a smaller disk to be sure.`,
  StorageAccountRequired: () => 'Choose the storage account that holds the VHD.',
  BlobUriRequired: () => 'Enter the address of the blob.',
  BlobUriInvalid: () =>
    'Enter the full https address of a blob, without a query or shared access signature: the storage account, the container and the blob, as in the example.',
  EndOfLifeDateInvalid: () => 'Enter a date that exists, as year, month and day, such as 2030-12-31.',
  EndOfLifeDatePast: ({ date }) => `${date} is not in the future. Choose a later end of life date, or none.`,
  EndOfLifeDateRequired: () =>
    'Deletion is to be blocked until the end of life, but no date is set, so nothing would be blocked. Choose an end of life date.',
  // Replication
  ReplicaCountOutOfRange: ({ min, max }) => `Enter a replica count from ${min} to ${max}, a whole number.`,
  ReplicaTotalTooHigh: ({ total, max }) =>
    `All regions together have ${numbers.format(Number(total))} replicas; a version can have ${max}. Lower the replica counts or remove regions.`,
  TargetRegionRequired: () => 'Choose a region, or remove this row.',
  TargetRegionNotAvailable: ({ region }) => `Image versions are not offered in ${region}. Choose another region.`,
  TargetRegionDuplicate: ({ region }) =>
    `${region} is already a target region. Choose another region, or remove this row.`,
  TargetRegionsLackLocation: ({ region }) =>
    `The version’s own region, ${region}, must be among the target regions. Add ${region}.`,
  ZoneRedundantStorageNotSupported: ({ region }) =>
    `${region} has no availability zones, so it offers no zone-redundant storage. Choose another storage account type for it.`,
  ShallowOnlyHomeRegion: ({ region }) =>
    `A shallow version stays in its own region. Remove ${region}, or turn off shallow replication on the Basics tab.`,
  ShallowOnlyOneReplica: () =>
    'A shallow version has one replica. Set the replica count to 1, or turn off shallow replication on the Basics tab.',
  ShallowWithCustomerKeys: () =>
    'A shallow version cannot be encrypted with customer-managed keys. Turn off shallow replication on the Basics tab, or choose the platform managed key.',
  // Encryption
  EncryptionNotSupportedForSource: ({ sourceType }) =>
    `Azure does not encrypt versions made from ${label(sourceType)} with customer-managed keys. Choose the platform managed key, or another source on the Basics tab.`,
  EncryptionNotSupportedForSharedGallery: ({ gallery, sharing }) =>
    `${gallery} is shared ${label(sharing)}, and such a gallery cannot hold encrypted image versions. Choose a private gallery, or the platform managed key.`,
  DoubleEncryptionNotSupportedForDisk: ({ disk, storageAccountType }) =>
    `The source disk ${disk} is of type ${label(storageAccountType)}, for which Azure offers no double encryption. Disks of that type cannot be made with it from this version.`,
  CustomerKeyNotSupportedForAzureDiskEncryption: ({ name }) =>
    `${name} uses Azure Disk Encryption, which excludes customer-managed keys and retires on 15 September 2028. Choose another source, or the platform-managed key.`,
  AzureDiskEncryptionRetires: ({ name }) =>
    `${name} uses Azure Disk Encryption, which retires on 15 September 2028. From then on, such disks can’t be unlocked after a restart.`,
  PlatformKeyForEncryptedSource: ({ name }) =>
    `The source disk ${name} is encrypted with a customer-managed key, and Azure does not take such disks back to a platform managed key. Choose a customer-managed key to be sure.`,
  NoDiskEncryptionSetInRegion: ({ region, encryptionType }) =>
    `${region} has no disk encryption set of the type “${label(encryptionType)}” in this subscription. Create one there, or remove ${region} from the target regions.`,
  DiskEncryptionSetsHidden: ({ region }) =>
    `You may not read disk encryption sets where the gallery is, so those of ${region} are not shown. Ask for the Reader role on them, or choose the platform managed key.`,
  DiskEncryptionSetRequired: ({ disk, region }) => `Choose a disk encryption set for ${diskName(disk)} in ${region}.`,
  DiskEncryptionSetInvalid: ({ id }) =>
    `${id} is not the resource ID of a disk encryption set. Choose a set from the list.`,
  DiskEncryptionSetNotFound: ({ name }) =>
    `Azure has no disk encryption set ${name}, or you may not see it. Choose another set.`,
  DiskEncryptionSetInAnotherSubscription: ({ name, subscription }) =>
    `${name} is in another subscription than the gallery. Choose a set in subscription ${subscription}.`,
  DiskEncryptionSetInAnotherRegion: ({ name, setRegion, region }) =>
    `${name} is in ${setRegion}, and a disk encryption set serves its own region only. Choose a set in ${region}.`,
  DiskEncryptionSetOfAnotherType: ({ name, setType, encryptionType }) =>
    `${name} is of the type “${label(setType)}”, but “${label(encryptionType)}” is needed. Choose another set, or another encryption type.`,
  DiskEncryptionSetNotReady: ({ name, state }) =>
    `${name} is in the state ${state}. Azure may refuse it until it has succeeded.`,
  DiskEncryptionSetKeyNotRotating: ({ name, error }) =>
    `Azure cannot rotate the key of ${name}. Check the set’s key and its permissions before you rely on it. Azure says: ${error}`,
  DiskEncryptionSetWithoutIdentity: ({ name }) =>
    `${name} has no managed identity, so it cannot reach its key. Give it one in the Azure portal, or choose another set.`,
  KeyVersionNotNamed: ({ name }) =>
    `${name} does not name a version of its key, as Azure demands even where the key rotates by itself. Set its key again in the Azure portal, or choose another set.`,
  KeyVaultNotFound: ({ vault }) =>
    `The key vault ${vault} does not exist: it may have been deleted. Recover it, or choose another set.`,
  KeyVaultInAnotherRegion: ({ vault, vaultRegion, region }) =>
    `The key vault ${vault} is in ${vaultRegion}, but the set is in ${region}; Azure demands the same region. Choose a set whose key vault is in ${region}.`,
  KeyVaultWithoutPurgeProtection: ({ vault }) =>
    `The key vault ${vault} has no purge protection, which Azure demands for disk encryption. Turn it on; it cannot be turned off again.`,
  KeyVaultFirewallClosed: ({ vault }) =>
    `The firewall of the key vault ${vault} lets no trusted Microsoft services in, so Azure cannot reach the key. Allow trusted Microsoft services to bypass it.`,
  KeyVaultPrivateAccessOnly: ({ vault }) =>
    `${vault} accepts private connections only, so Azure might not reach the key. Let trusted Microsoft services bypass its firewall.`,
  KeyNotFound: ({ key, vault }) =>
    `The key vault ${vault} has no such version of the key ${key}: it may have been deleted. Recover it, or choose another set.`,
  KeyDisabled: ({ key, vault }) =>
    `The key ${key} in ${vault} is disabled. Enable its version in the Azure portal, or choose another set.`,
  KeyNotYetValid: ({ key, date }) =>
    `The key ${key} is valid only from ${date}. Change its activation date in the Azure portal, or choose another set.`,
  KeyExpired: ({ key, date }) =>
    `The key ${key} expired on ${date}. Make a new version of it or change its expiration date, or choose another set.`,
  KeyExpiresSoon: ({ key, days, date }) =>
    `The key ${key} expires on ${date}, in ${days} ${days === 1 ? 'day' : 'days'}. Make a new version of it before that day.`,
  KeyNeverRotates: ({ name, key }) =>
    `${name} follows new versions of ${key}, but nothing creates them. Set a rotation policy on the key.`,
  KeyRotationNeedsExpiryDate: ({ key }) =>
    `${key} is set to rotate before it expires, but its version has no expiry date. Set a policy that rotates by age.`,
  KeyTypeNotSupported: ({ key, type }) =>
    `The key ${key} is of type ${type}; disks take RSA keys of 2,048, 3,072 or 4,096 bits. Choose another set.`,
  KeyNotForConfidentialDisks: ({ key }) =>
    `The key ${key} is not an exportable RSA-HSM key, as confidential disks need. Choose another set.`,
  KeyAccessMissing: ({ name, vault, missing }) =>
    `${name} may not use the keys of ${vault}: ${missing} is missing. Grant its identity access to the key vault.`,
  KeyAccessNotSeen: ({ name, vault }) =>
    `Nothing in ${vault} gives ${name} access to its keys by name. Unless its identity is in a group that has it, Azure will refuse the set; grant it access to be sure.`,
  KeyAccessJustGranted: ({ name, vault }) =>
    `${name} got access to the keys of ${vault} only just now. It can take ten minutes until Azure knows everywhere; wait if it refuses.`,
  LunNotInSource: ({ lun, region, luns }) =>
    luns === ''
      ? `A disk encryption set is given for LUN ${lun} in ${region}, but the source has no data disks. Remove it.`
      : `A disk encryption set is given for LUN ${lun} in ${region}, but the source has only LUN ${luns}. Remove it.`,
  LunDuplicate: ({ lun, region }) => `LUN ${lun} has two disk encryption sets in ${region}. Remove one of them.`,
  ConfidentialTypeRequired: () =>
    'The image definition is for confidential virtual machines. Choose the confidential compute encryption type.',
  ConfidentialTypeNotForDefinition: ({ securityType }) =>
    `The security type of the image definition is ${label(securityType)}; a confidential compute encryption type is for definitions of type Confidential. Choose none.`,
  ConfidentialDataDisksNotRegistered: () =>
    'The preview for confidential data disks isn’t registered for this subscription. Register it on the Prerequisites page, or clear the option.',
  ConfidentialOnlyHomeRegion: ({ region }) =>
    `A confidential version stays in its own region unless its type is Non-persisted TPM. Remove ${region}, or choose that type on the Encryption tab.`,
  ConfidentialDiskEncryptionSetRequired: ({ region }) => `Choose a confidential disk encryption set for ${region}.`,
  // Update of a version
  NothingToChange: () => 'Nothing has been changed yet. Change a region, a replica count or a setting.',
  VersionBusy: ({ state }) =>
    `Azure is still at work on this version (${state}) and takes no change until it is done. Wait for it to finish.`,
  RegionNotInVersion: ({ region }) => `The version has no region ${region}. Take it out of the change.`,
  RegionNamedTwice: ({ region }) => `${region} is named twice in this change. Change it or remove it, once.`,
  HomeRegionNotRemovable: ({ region }) =>
    `${region} is the version’s own region and always stays among its target regions.`,
  RemovalOfRegionsNotAllowed: ({ region }) =>
    `The version does not allow the deletion of replicated locations, so Azure may refuse to remove ${region}. Allow it in the same change to be sure.`,
  DiskWithPlatformKey: ({ disk, region }) =>
    `The platform’s key encrypts ${diskName(disk)} in the regions that are there, and that cannot change. Take the set in ${region} away, or create a new version.`,
  StoredSetNotFound: ({ name, region }) =>
    `The disk encryption set ${name} that encrypts ${region} was not found. Azure refuses updates of a version whose set is gone.`,
  // Virtual machines
  SubscriptionRequired: () => 'Choose a subscription.',
  ResourceGroupRequired: () => 'Choose a resource group, or create one.',
  ResourceGroupNameInvalid: () =>
    'A resource group has 1 to 90 letters, digits, hyphens, underscores, periods and parentheses, no period at the end.',
  ResourceGroupNameTaken: ({ name }) => `There is a resource group ${name} already. Choose it, or enter another name.`,
  ResourceGroupNotFound: ({ name }) =>
    `The subscription has no resource group ${name}, or you may not see it. Choose another one.`,
  MachineNameRequired: () => 'Enter a name for the virtual machine.',
  MachineNameInvalid: ({ max }) =>
    max === 15
      ? 'A Windows computer has a name of 1 to 15 letters, digits and hyphens: not digits alone, no hyphen at either end.'
      : `Use 1 to ${max} letters, digits, hyphens and periods, with a letter or a digit at both ends.`,
  MachineNameTaken: ({ name }) => `The resource group has a virtual machine ${name} already. Enter another name.`,
  MachineRegionRequired: () => 'Choose a region that the image version is replicated to.',
  ImageNotInRegion: ({ version, region }) =>
    `Version ${version} is not available in ${region}. Choose another region, or replicate the version there first.`,
  MachineSizeRequired: () => 'Choose a size for the virtual machine.',
  MachineSizeNotAvailable: ({ size: name, region }) =>
    `${name} is not offered to you in ${region}. Choose another size.`,
  MachineSizeOfAnotherGeneration: ({ size: name, generation }) =>
    `The image is of ${label(generation)}, which ${name} does not run. Choose another size.`,
  MachineSizeNotForSecurityType: ({ size: name, securityType }) =>
    `${name} does not go with the security type ${label(securityType)}. Choose another size.`,
  MachineSizeWithoutPremiumStorage: ({ size: name, disk }) =>
    `${name} takes no Premium SSD. Choose another storage type for ${diskName(disk)}, or another size.`,
  MachineSecurityTypeRequired: () => 'Choose a security type.',
  MachineSecurityTypeNotForImage: ({ securityType, imageSecurityType }) =>
    `The image definition is of the security type ${label(imageSecurityType)}, which machines of type ${label(securityType)} cannot be made from.`,
  AdminUsernameRequired: () => 'Enter a user name for the administrator.',
  AdminUsernameInvalid: ({ max }) =>
    max === 20
      ? 'Use up to 20 characters, without spaces and without \\ / " [ ] : | < > + = ; , ? * @ &, no period at the end.'
      : `Use up to ${max} letters, digits, hyphens and underscores, with a letter or an underscore first.`,
  AdminUsernameReserved: ({ name }) => `Azure does not allow the user name ${name}. Enter another one.`,
  PasswordRequired: () => 'Enter a password.',
  PasswordInvalid: ({ min, max }) =>
    `Use ${min} to ${max} characters with three of: a lower-case letter, an upper-case letter, a digit, a special character. Azure refuses well-known passwords.`,
  SshPublicKeyRequired: () => 'Paste an SSH public key.',
  SshPublicKeyInvalid: () =>
    'Paste an RSA or Ed25519 public key on one line, as in a .pub file. A private key stays with you.',
  MachineSetInAnotherSubscription: ({ name, disk }) =>
    `${name} is in another subscription than the virtual machine, so Azure refuses it for ${diskName(disk)}. Choose a set of the machine’s own subscription.`,
  ImageSetInAnotherSubscription: ({ disk, region }) =>
    `The image’s own set for ${diskName(disk)} in ${region} is in another subscription, where the machine cannot use it. Choose a set of the machine’s own subscription.`,
  ImageSetReplaced: ({ name, disk }) =>
    `The image has another set than ${name} for ${diskName(disk)}. Azure is reported to refuse that for some images; the machine’s page will show what it stored.`,
  EncryptionAtHostFeatureMissing: () =>
    'The subscription does not have the feature Microsoft.Compute/EncryptionAtHost. Ask an owner to register it, or leave encryption at host off.',
  EncryptionAtHostNotForSize: ({ size: name }) =>
    `${name} cannot encrypt at host. Choose another size, or leave encryption at host off.`,
  SecurityEncryptionTypeRequired: () => 'Choose how the OS disk of the confidential virtual machine is encrypted.',
  VirtualNetworkNameInvalid: () =>
    'The name of a virtual network has 2 to 64 letters, digits, underscores, periods and hyphens, begins with a letter or a digit and ends with no period or hyphen.',
  VirtualNetworkNameTaken: ({ name }) =>
    `The resource group has a virtual network ${name} already. Choose one of its subnets, or enter another name.`,
  SubnetNameInvalid: () =>
    'The name of a subnet has 1 to 80 letters, digits, underscores, periods and hyphens, begins with a letter or a digit and ends with no period or hyphen.',
  AddressPrefixInvalid: () => 'Enter an address range from /2 to /29 by its first address, such as 10.0.0.0/24.',
  SubnetOutsideNetwork: ({ addressPrefix }) =>
    `The subnet has to lie within ${addressPrefix}, the network’s address space.`,
  SubnetRequired: () => 'Choose a subnet.',
  SubnetNotFound: () => 'The region has no such subnet, or you may not see it. Choose another one.',
  // Tags
  TagNameRequired: () => 'Enter a name for this tag, or remove it.',
  TagNameInvalid: ({ name }) =>
    `“${name}” cannot be the name of a tag. Use a name without the characters < > % & \\ ? /.`,
  TagNameDuplicate: ({ name }) =>
    `There is another tag named ${name}; upper and lower case make no difference. Use another name.`,
  TagTooLong: ({ max }) => `Enter at most ${max} characters here.`,
  TooManyTags: ({ max }) => `Azure takes ${max} tags at most. Remove some.`,
}

/** The name at the end of a resource ID. */
function lastName(id: Param): string {
  return String(id).split('/').at(-1) ?? String(id)
}
