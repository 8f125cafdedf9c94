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
const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
// A day that is no date, such as one half typed, stays as it is.
const day = (date: Param) => (Number.isNaN(Date.parse(String(date))) ? date : days.format(Date.parse(String(date))))

export const issuesEn: IssueTexts = {
  // Basics
  ImageDefinitionRequired: () => 'Choose an image definition for the version.',
  ImageDefinitionNotFound: () =>
    'The image definition wasn’t found, or you don’t have permission to view it. Choose another, or ask for the Reader role on its gallery.',
  VersionNameRequired: () => 'Enter a version number, such as 1.0.0.',
  VersionNameInvalid: () =>
    'The VM image version number should follow Major(int).Minor(int).Patch(int) format. For example: 1.0.0, 1.2.2',
  VersionNumberInRecycleBin: ({ name }) =>
    `Version ${name} is in the recycle bin. Restore it, delete it permanently, or enter another number.`,
  VersionNameExists: ({ name }) =>
    `Version ${name} already exists in this image definition. Enter another version number.`,
  LocationRequired: () => 'Choose the region of the source.',
  LocationNotAvailable: ({ region }) => `Image versions aren’t available in ${region}. Choose another region.`,
  SourceRequired: () => 'Choose a source for the version.',
  SourceNotFound: ({ id }) =>
    `${lastName(id)} wasn’t found, or you don’t have permission to view it. Choose another source, or ask for access.`,
  SourceInvalid: ({ id }) => `${id} isn’t a valid resource ID for this type of source. Choose the source again.`,
  SourceInAnotherRegion: ({ name, sourceRegion, region }) =>
    `${name} is in ${sourceRegion}, but the version’s region is ${region}. Choose a source in ${region}, or change the version’s region.`,
  SourceNotReady: ({ name, state }) =>
    `${name} isn’t ready (state: ${state}). Wait until Azure finishes, or choose another source.`,
  SourceDuplicate: ({ name }) => `${name} is chosen more than once. Choose a different source for each disk.`,
  SourceLunDuplicate: ({ lun }) => `Another data disk already uses LUN ${lun}. Enter a different LUN.`,
  SourceLunOutOfRange: () => 'Enter a whole number from 0 to 63 for the LUN.',
  SourceOsTypeMismatch: ({ name, sourceOsType, osType }) =>
    `${name} contains ${sourceOsType}, but the image definition is for ${osType}. Choose a ${osType} source, or another image definition.`,
  SourceOsStateMismatch: ({ name, sourceOsState, osState }) =>
    `${name} is ${label(sourceOsState)}, but the image definition is for ${label(osState)} images. Choose another source or image definition.`,
  SourceGenerationMismatch: ({ name, sourceGeneration, generation }) =>
    `${name} is ${label(sourceGeneration)}, but the image definition is for ${label(generation)}. Choose another source or image definition.`,
  SourceArchitectureMismatch: ({ name, sourceArchitecture, architecture }) =>
    `${name} is for ${sourceArchitecture}, but the image definition is for ${architecture}. Choose another source or image definition.`,
  SourceHasAcceleratedNetworking: ({ name }) =>
    `${name} supports accelerated networking, but the image definition states that its images don’t. Choose another source or image definition.`,
  SourceLacksAcceleratedNetworking: ({ name }) =>
    `${name} doesn’t support accelerated networking, but the image definition requires it. Choose another source or image definition.`,
  SourceSupportsNvme: ({ name }) =>
    `${name} supports NVMe, but the image definition doesn’t specify it, so VM sizes that require NVMe can’t be used. Change its disk controllers.`,
  SourceLacksNvme: ({ name }) =>
    `${name} lists SCSI only, but the image definition also lists NVMe, so machines might not start with NVMe. Choose another source or image definition.`,
  SourcePlanNotInDefinition: ({ name, plan }) =>
    `${name} has purchase plan ${plan}, but the image definition has none, so virtual machines would fail. Choose a definition with this plan.`,
  SourcePlanDiffers: ({ name, plan, definitionPlan }) =>
    `${name} has purchase plan ${plan}, but the image definition has ${definitionPlan}. Choose a source or definition that matches.`,
  SourceTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `${name} is ${size(sizeInGB)}, above the documented maximum of ${size(maxSizeInGB)}, so replication might fail. Choose a smaller disk.`,
  SourceEphemeralOsDisk: ({ name }) =>
    `${name} has an ephemeral OS disk, which Azure can’t capture. Choose another virtual machine or source type.`,
  SourceUltraDisk: ({ name, disk }) =>
    name === disk
      ? `${disk} is an Ultra Disk, which Azure can’t capture. Choose another source.`
      : `${name} has the Ultra Disk ${disk}, which Azure can’t capture. Detach it, or choose another source.`,
  SourceUnmanagedDisks: ({ name }) =>
    `${name} uses unmanaged disks, which Azure can’t capture. Convert them to managed disks, or choose another virtual machine.`,
  SourceWithoutOperatingSystem: ({ name }) =>
    `Azure reports no operating system on ${name}. Make sure it’s the OS disk and not a data disk.`,
  SourceEncryptedInAnotherSubscription: ({ name, subscription }) =>
    `${name} uses a customer-managed key but isn’t in the gallery’s subscription. Choose a source in ${subscription}, or one without a customer-managed key.`,
  SourceVersionUsesCustomerKeys: ({ name }) =>
    `Image version ${name} uses customer-managed keys, so it can’t be the source of another version. Choose its original source.`,
  SourceVersionRevoked: ({ name, reason }) =>
    `Image version ${name} is revoked (${reason}). The new version would inherit its flaws.`,
  SourceConfidentialInAnotherSubscription: ({ name }) =>
    `${name} isn’t in the gallery’s subscription. For a confidential image version, choose a source in that subscription.`,
  TrustedLaunchCaptureFails: ({ name }) =>
    `${name} uses trusted launch and disks with a customer-managed key. Users report that replication then fails, so use snapshots of the disks.`,
  SourceMachineRunning: ({ name }) =>
    `${name} is running. Stop (deallocate) it first so that its disks are captured in a consistent state.`,
  SourceNotConfidential: ({ name }) =>
    `The image definition requires a confidential source, but ${name} isn’t confidential. Choose a confidential virtual machine, or one of its disks or snapshots.`,
  ConfidentialSupportedSource: ({ sourceType }) =>
    `Azure’s documentation for this security type requires a VHD or a generation 2 managed image. Choose one instead of ${label(sourceType)}.`,
  ConfidentialSupportedTooLarge: ({ name, sizeInGB, maxSizeInGB }) =>
    `The OS disk ${name} is ${size(sizeInGB)}. Azure’s documentation for this security type requires less than ${size(maxSizeInGB)}, so choose a smaller disk.`,
  StorageAccountRequired: () => 'Choose the storage account that contains the VHD.',
  BlobUriRequired: () => 'Enter the URL of the blob.',
  BlobUriInvalid: () =>
    'Enter the full HTTPS URL of a blob, without a query string or shared access signature, as in the example.',
  EndOfLifeDateInvalid: () => 'Enter a valid date, such as 2027-01-31.',
  EndOfLifeDatePast: ({ date }) => `${day(date)} isn’t in the future. Choose a later end of life date, or none.`,
  EndOfLifeDateRequired: () =>
    'Deletion can’t be blocked without an end of life date. Choose a date, or clear the option.',
  // Replication
  ReplicaCountOutOfRange: ({ min, max }) => `Enter a whole number from ${min} to ${max}.`,
  ReplicaTotalTooHigh: ({ total, max }) =>
    `The version has ${numbers.format(Number(total))} replicas, but the maximum is ${max}. Lower the replica counts, or remove regions.`,
  TargetRegionRequired: () => 'Choose a region, or remove this row.',
  TargetRegionNotAvailable: ({ region }) => `Image versions aren’t available in ${region}. Choose another region.`,
  TargetRegionDuplicate: ({ region }) =>
    `${region} is already a target region. Choose another region, or remove this row.`,
  TargetRegionsLackLocation: ({ region }) =>
    `The source region, ${region}, must be one of the target regions. Add ${region}.`,
  ZoneRedundantStorageNotSupported: ({ region }) =>
    `${region} has no availability zones and doesn’t support zone-redundant storage. Choose another storage account type.`,
  ShallowOnlyHomeRegion: ({ region }) =>
    `Shallow replication supports the source region only. Remove ${region}, or turn off shallow replication on the Basics tab.`,
  ShallowOnlyOneReplica: () =>
    'Shallow replication supports one replica only. Set the replica count to 1, or turn off shallow replication on the Basics tab.',
  ShallowWithCustomerKeys: () =>
    'Shallow replication doesn’t support customer-managed keys. Turn it off on the Basics tab, or choose a platform-managed key.',
  // Encryption
  EncryptionNotSupportedForSource: ({ sourceType }) =>
    `Azure doesn’t support customer-managed keys for versions created from ${label(sourceType)}. Choose a platform-managed key, or another source on the Basics tab.`,
  EncryptionNotSupportedForSharedGallery: ({ gallery, sharing }) =>
    `${gallery} is shared ${label(sharing)}, so it doesn’t support customer-managed keys. Choose a private gallery, or a platform-managed key.`,
  DoubleEncryptionNotSupportedForDisk: ({ disk, storageAccountType }) =>
    `Disk ${disk} is of type ${label(storageAccountType)}, which doesn’t support double encryption. To create disks of that type, choose another encryption type.`,
  CustomerKeyNotSupportedForAzureDiskEncryption: ({ name }) =>
    `${name} uses Azure Disk Encryption, which doesn’t support customer-managed keys and retires on September 15, 2028. Choose another source, or a platform-managed key.`,
  AzureDiskEncryptionRetires: ({ name }) =>
    `${name} uses Azure Disk Encryption, which retires on September 15, 2028. After that date, such disks can’t be unlocked after a restart.`,
  PlatformKeyForEncryptedSource: ({ name }) =>
    `The source disk ${name} uses a customer-managed key, and Azure doesn’t support returning to a platform-managed key. Choose a customer-managed key to be safe.`,
  NoDiskEncryptionSetInRegion: ({ region, encryptionType }) =>
    `No matching set in ${region}. Create one of type “${label(encryptionType)}”, or remove the region.`,
  DiskEncryptionSetsHidden: ({ region }) =>
    `You don’t have permission to view disk encryption sets in ${region}. Ask for the Reader role on them, or choose a platform-managed key.`,
  DiskEncryptionSetRequired: ({ disk, region }) => `Choose a disk encryption set for ${diskName(disk)} in ${region}.`,
  DiskEncryptionSetInvalid: ({ id }) =>
    `${id} isn’t the resource ID of a disk encryption set. Choose a set from the list.`,
  DiskEncryptionSetNotFound: ({ name }) =>
    `${name} wasn’t found, or you don’t have permission to view it. Choose another disk encryption set.`,
  DiskEncryptionSetInAnotherSubscription: ({ name, subscription }) =>
    `${name} isn’t in the gallery’s subscription. Choose a set in subscription ${subscription}.`,
  DiskEncryptionSetInAnotherRegion: ({ name, setRegion, region }) =>
    `${name} is in ${setRegion}, and a set works only in its own region. Choose a set in ${region}.`,
  DiskEncryptionSetOfAnotherType: ({ name, setType, encryptionType }) =>
    `${name} is of type “${label(setType)}”, but “${label(encryptionType)}” is required. Choose another set or encryption type.`,
  DiskEncryptionSetNotReady: ({ name, state }) =>
    `${name} isn’t ready (state: ${state}). Azure might reject it until its state is Succeeded.`,
  DiskEncryptionSetKeyNotRotating: ({ name, error }) =>
    `Azure can’t rotate the key of ${name}. Check the key and its permissions. Message from Azure: ${error}`,
  DiskEncryptionSetWithoutIdentity: ({ name }) =>
    `${name} has no managed identity, so it can’t access its key. Assign one in the Azure portal, or choose another set.`,
  KeyVersionNotNamed: ({ name }) =>
    `${name} doesn’t specify a key version, which Azure requires even with auto key rotation. Set its key again, or choose another set.`,
  KeyVaultNotFound: ({ vault }) =>
    `Key vault ${vault} wasn’t found and might be deleted. Recover it, or choose another set.`,
  KeyVaultInAnotherRegion: ({ vault, vaultRegion, region }) =>
    `Key vault ${vault} is in ${vaultRegion}, but Azure requires it in ${region}, the set’s region. Choose another set.`,
  KeyVaultWithoutPurgeProtection: ({ vault }) =>
    `Key vault ${vault} has no purge protection, which Azure requires for disk encryption. Turn it on; it can’t be turned off later.`,
  KeyVaultFirewallClosed: ({ vault }) =>
    `The firewall of ${vault} blocks trusted Microsoft services, so Azure can’t reach the key. Let them bypass the firewall.`,
  KeyVaultPrivateAccessOnly: ({ vault }) =>
    `${vault} accepts private connections only, so Azure might not reach the key. Let trusted Microsoft services bypass its firewall.`,
  KeyNotFound: ({ key, vault }) =>
    `The set’s version of key ${key} isn’t in ${vault} and might be deleted. Recover it, or choose another set.`,
  KeyDisabled: ({ key, vault }) =>
    `Key ${key} in ${vault} is disabled. Enable this key version in the Azure portal, or choose another set.`,
  KeyNotYetValid: ({ key, date }) =>
    `Key ${key} isn’t valid until ${day(date)}. Change its activation date in the Azure portal, or choose another set.`,
  KeyExpired: ({ key, date }) =>
    `Key ${key} expired on ${day(date)}. Create a new key version, change the expiration date, or choose another set.`,
  KeyExpiresSoon: ({ key, days: left, date }) =>
    `Key ${key} expires in ${left} ${left === 1 ? 'day' : 'days'}, on ${day(date)}. Create a new key version before then.`,
  KeyNeverRotates: ({ name, key }) =>
    `${name} uses auto key rotation, but nothing creates new versions of ${key}. Set a rotation policy on the key.`,
  KeyRotationNeedsExpiryDate: ({ key }) =>
    `${key} is set to rotate before it expires, but has no expiration date. Set a policy based on time after creation.`,
  KeyTypeNotSupported: ({ key, type }) =>
    `Key ${key} is of type ${type}, but disks support only RSA keys of 2,048, 3,072, or 4,096 bits. Choose another set.`,
  KeyNotForConfidentialDisks: ({ key }) =>
    `Key ${key} isn’t an exportable RSA-HSM key, which confidential disks require. Choose another set.`,
  KeyAccessMissing: ({ name, vault, missing }) =>
    `${name} can’t use the keys in ${vault}. Grant its identity the missing permissions: ${missing}.`,
  KeyAccessNotSeen: ({ name, vault }) =>
    `No direct access for ${name} was found in ${vault}. Grant access, unless the identity has it through a group.`,
  KeyAccessJustGranted: ({ name, vault }) =>
    `${name} was just granted access to the keys in ${vault}. If Azure rejects the set, wait up to 10 minutes and try again.`,
  LunNotInSource: ({ lun, region, luns }) =>
    luns === ''
      ? `LUN ${lun} in ${region} has a disk encryption set, but the source has no data disks. Remove the set.`
      : `LUN ${lun} in ${region} has a disk encryption set, but the source has only these LUNs: ${luns}. Remove the set.`,
  LunDuplicate: ({ lun, region }) => `LUN ${lun} has two disk encryption sets in ${region}. Remove one of them.`,
  ConfidentialTypeRequired: () =>
    'The image definition is for confidential virtual machines. Choose a confidential compute encryption type.',
  ConfidentialTypeNotForDefinition: ({ securityType }) =>
    `A confidential compute encryption type requires a definition of type Confidential, not ${label(securityType)}. Choose another image definition.`,
  ConfidentialDataDisksNotRegistered: () =>
    'The preview of confidential data disks isn’t registered for this subscription. Register it in Check my access, or clear the option.',
  ConfidentialOnlyHomeRegion: ({ region }) =>
    `A confidential version stays in the source region unless its type is Non-persisted TPM. Remove ${region}, or choose that type on the Encryption tab.`,
  ConfidentialDiskEncryptionSetRequired: ({ region }) => `Choose a confidential disk encryption set for ${region}.`,
  // Update of a version
  NothingToChange: () => 'Nothing has changed yet. Change a region, a replica count, or a setting.',
  VersionBusy: ({ state }) =>
    `Another operation is in progress on this version (state: ${state}). Wait until it finishes.`,
  RegionNotInVersion: ({ region }) => `${region} isn’t a region of this version. Remove it from the update.`,
  RegionNamedTwice: ({ region }) => `${region} appears twice in this update. Change or remove it only once.`,
  HomeRegionNotRemovable: ({ region }) =>
    `${region} is the source region and can’t be removed. Keep it in the target regions.`,
  RemovalOfRegionsNotAllowed: ({ region }) =>
    `The version’s replicated locations are locked, so Azure might not remove ${region}. Turn off the lock in the same update.`,
  DiskWithPlatformKey: ({ disk, region }) =>
    `In the existing regions, ${diskName(disk)} uses a platform-managed key, which can’t change. Remove the set in ${region}, or create a new version.`,
  StoredSetNotFound: ({ name, region }) =>
    `Disk encryption set ${name} in ${region} wasn’t found. Azure rejects updates to a version whose set is missing.`,
  SuccessorExists: ({ name, predecessor }) =>
    `Another run has already created version ${name} in place of ${predecessor}. Replace the old version there.`,
  RunDiskUsed: ({ name }) =>
    `Disk ${name} was attached to a virtual machine, so its content might have changed. Delete the disk, then try again.`,
  RunSourceChanged: ({ name }) =>
    `${name} might have changed since the version was created. Start another run with new disks from the version.`,
  NoTestMachine: ({ group }) =>
    `Resource group ${group} wasn’t created for this test machine. Delete the machine in the Azure portal.`,
  TestMachineNotAlone: ({ names }) =>
    `The resource group also has other resources: ${names}. Move or delete them first.`,
  LatestVersionNotFound: () => 'The version wasn’t found, or you don’t have permission to view it.',
  LatestVersionRevoked: ({ version }) =>
    `Version ${version} is revoked. Undo the revocation first, or choose another version.`,
  LatestRegionRequired: () => 'Choose at least one region.',
  LatestNotReplicated: ({ version, region }) =>
    `Version ${version} isn’t available in ${region}. Wait until replication finishes, or clear its checkbox.`,
  // Revocation
  RevocationReasonRequired: () => 'Enter why this version shouldn’t be used anymore.',
  RevocationReasonUnreadable: () =>
    'The reason contains line breaks or characters that can’t be shown. Remove them, or enter the text again.',
  RevocationReasonTooLong: ({ length, max }) =>
    `The reason has ${length} characters. Azure stores at most ${max} in a tag: shorten it.`,
  ReplacementInvalid: () => 'Enter the resource ID of an image version, or leave the field empty.',
  ReplacementIsTheVersion: () => 'A version can’t replace itself. Choose another one.',
  ReplacementTooLong: ({ length, max }) =>
    `This resource ID has ${length} characters, but an Azure tag holds at most ${max}. Choose a version of the same image definition.`,
  ReplacementNotFound: ({ name }) =>
    `Version ${name} wasn’t found, or you don’t have permission to view it. Choose another one.`,
  ReplacementRevoked: ({ name }) => `Version ${name} is revoked, too. Choose another one.`,
  EarlierEndOfLifeStays: ({ date }) => `The version keeps its end of life date, ${day(date)}, because it’s earlier.`,
  DeletionLockEnds: ({ date }) =>
    `Deletion of this version is blocked until its end of life. From ${day(date)}, it can be deleted.`,
  RevocationNeedsTags: ({ count, max }) =>
    `Revoking adds tags, for a total of ${count}, but Azure supports ${max}. Remove some tags first.`,
  VersionNotRevoked: () => 'This version isn’t revoked. Refresh the page.',
  StateBeforeUnknown: () =>
    'The tag with the earlier settings is missing or unreadable. Only the tags are removed: check the end of life date and “Exclude from latest”.',
  EndOfLifeNotRestorable: ({ date }) =>
    `The earlier end of life date, ${day(date)}, has passed, and Azure accepts only future dates. The current date stays.`,
  // Virtual machines
  SubscriptionRequired: () => 'Choose a subscription.',
  ResourceGroupRequired: () => 'Choose a resource group, or create one.',
  ResourceGroupNameInvalid: () =>
    'Use 1 to 90 letters, digits, hyphens, underscores, periods, and parentheses. The name can’t end with a period.',
  ResourceGroupNameTaken: ({ name }) => `Resource group ${name} already exists. Choose it, or enter another name.`,
  ResourceGroupNotFound: ({ name }) =>
    `Resource group ${name} wasn’t found, or you don’t have permission to view it. Choose another one.`,
  MachineNameRequired: () => 'Enter a name for the virtual machine.',
  MachineNameInvalid: ({ max }) =>
    max === 15
      ? 'Use 1 to 15 letters, digits, and hyphens. A Windows name can’t be only digits, or start or end with a hyphen.'
      : `Use 1 to ${max} letters, digits, hyphens, and periods. Start and end with a letter or digit.`,
  MachineNameTaken: ({ name }) => `Virtual machine ${name} already exists in this resource group. Enter another name.`,
  MachineRegionRequired: () => 'Choose a region where the image version is replicated.',
  ImageNotInRegion: ({ version, region }) =>
    `Version ${version} isn’t available in ${region}. Choose another region, or replicate the version there first.`,
  ImageVersionRevoked: ({ version, reason }) => `Version ${version} is revoked and shouldn’t be used: ${reason}`,
  DefinitionLacksPlanOfSource: ({ version, plan }) =>
    `The source of ${version} has purchase plan ${plan}, but the image definition has none. Create a definition with the plan, and a version in it.`,
  PurchaseTermsNotAccepted: () =>
    'The terms of the image’s purchase plan aren’t accepted in this subscription. Accept them before you create the virtual machine.',
  PurchaseTermsNotRead: () =>
    'Couldn’t read whether the terms of the image’s purchase plan are accepted. If they aren’t, Azure rejects the virtual machine.',
  PurchaseTermsChanged: () =>
    'The terms have changed since you opened this page. Read the new ones, and accept them again.',
  MachineSizeRequired: () => 'Choose a size for the virtual machine.',
  MachineSizeNotAvailable: ({ size: name, region }) =>
    `${name} isn’t available to your subscription in ${region}. Choose another size.`,
  MachineSizeOfAnotherGeneration: ({ size: name, generation }) =>
    `The image is ${label(generation)}, which ${name} doesn’t support. Choose another size.`,
  MachineSizeOfAnotherArchitecture: ({ size: name, architecture }) =>
    `The image is for ${architecture}, which ${name} doesn’t support. Choose another size.`,
  MachineSizeNeedsNvme: ({ size: name }) =>
    `${name} requires NVMe, which the image definition doesn’t specify. Change its disk controllers, or choose another size.`,
  MachineSizeForFewerDataDisks: ({ size: name, max, count }) =>
    `The image’s data disks (${count}) exceed the maximum for ${name} (${max}). Choose another size.`,
  MachineSizeRetires: ({ size: name, date }) =>
    `Azure retires ${name} on ${day(date)}. Choose a size of a current series.`,
  MachineSizeNotForSecurityType: ({ size: name, securityType }) =>
    `${name} doesn’t support the security type ${label(securityType)}. Choose another size.`,
  MachineSizeWithoutPremiumStorage: ({ size: name, disk }) =>
    `${name} doesn’t support Premium SSD. Choose another storage account type for ${diskName(disk)}, or another size.`,
  MachineSecurityTypeRequired: () => 'Choose a security type.',
  MachineSecurityTypeNotForImage: ({ securityType, imageSecurityType }) =>
    `Images of security type ${label(imageSecurityType)} don’t support virtual machines of type ${label(securityType)}. Choose another security type.`,
  AdminUsernameRequired: () => 'Enter a username for the administrator.',
  AdminUsernameInvalid: ({ max }) =>
    max === 20
      ? 'Use up to 20 characters, without spaces or \\ / " [ ] : | < > + = ; , ? * @ &. The name can’t end with a period.'
      : `Use up to ${max} letters, digits, hyphens, and underscores. Start with a letter or an underscore.`,
  AdminUsernameReserved: ({ name }) => `Azure doesn’t allow the username ${name}. Enter another one.`,
  PasswordRequired: () => 'Enter a password.',
  PasswordInvalid: ({ min, max }) =>
    `Use ${min} to ${max} characters with three of these: lowercase letter, uppercase letter, digit, special character. Azure rejects well-known passwords.`,
  SshPublicKeyRequired: () => 'Generate a key pair, or use an existing SSH public key.',
  SshPublicKeyInvalid: () =>
    'Paste an RSA or Ed25519 public key on one line, as in a .pub file. Don’t share your private key.',
  MachineSetInAnotherSubscription: ({ name, disk }) =>
    `${name} isn’t in the virtual machine’s subscription, so Azure rejects it for ${diskName(disk)}. Choose a set in that subscription.`,
  ImageSetInAnotherSubscription: ({ disk, region }) =>
    `The image’s set for ${diskName(disk)} in ${region} isn’t in the virtual machine’s subscription. Choose a set in that subscription.`,
  ImageSetReplaced: ({ name, disk }) =>
    `The image uses a different set than ${name} for ${diskName(disk)}. Azure reportedly rejects this for some images, so check the applied set afterward.`,
  OsDiskOnStandardHdd: () =>
    'Azure retires Standard HDD for OS disks on September 8, 2028, and then converts them to Standard SSD. Choose an SSD.',
  EncryptionAtHostFeatureMissing: () =>
    'The feature Microsoft.Compute/EncryptionAtHost isn’t registered for this subscription. Ask an owner to register it, or turn off encryption at host.',
  EncryptionAtHostNotForSize: ({ size: name }) =>
    `${name} doesn’t support encryption at host. Choose another size, or turn off encryption at host.`,
  SecurityEncryptionTypeRequired: () => 'Choose how to encrypt the OS disk of the confidential virtual machine.',
  VirtualNetworkNameInvalid: () =>
    'Use 2 to 64 letters, digits, underscores, periods, and hyphens. Start with a letter or digit, and don’t end with a period or hyphen.',
  VirtualNetworkNameTaken: ({ name }) =>
    `Virtual network ${name} already exists in this resource group. Choose one of its subnets, or enter another name.`,
  SubnetNameInvalid: () =>
    'Use 1 to 80 letters, digits, underscores, periods, and hyphens. Start with a letter or digit, and don’t end with a period or hyphen.',
  AddressPrefixInvalid: () => 'Enter the range’s first address and a prefix from /2 to /29, such as 10.0.0.0/24.',
  SubnetOutsideNetwork: ({ addressPrefix }) =>
    `The subnet isn’t in the network’s address space. Enter a range within ${addressPrefix}.`,
  SubnetRequired: () => 'Choose a subnet.',
  SubnetNotFound: () =>
    'The subnet wasn’t found in this region, or you don’t have permission to view it. Choose another one.',
  // Tags
  TagNameRequired: () => 'Enter a name for this tag, or remove it.',
  TagNameInvalid: ({ name }) => `“${name}” isn’t a valid tag name. Use a name without the characters < > % & \\ ? /.`,
  TagNameDuplicate: ({ name }) => `A tag named ${name} already exists (not case-sensitive). Enter another name.`,
  TagTooLong: ({ max }) => `Enter at most ${max} characters.`,
  TooManyTags: ({ max }) => `Azure supports up to ${max} tags. Remove some.`,
}

/** The name at the end of a resource ID. */
function lastName(id: Param): string {
  return String(id).split('/').at(-1) ?? String(id)
}
