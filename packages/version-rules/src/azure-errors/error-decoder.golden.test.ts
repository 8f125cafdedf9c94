import {
  aDiskEncryptionSet,
  computeId,
  diskEncryptionSetId,
  otherSubscriptionId as sub2,
  readyFacts,
  subscriptionId as sub1,
  vaultId,
} from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan, issueParams } from '@portal/image-version'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { refusalParams, type DecodedError } from './decoded-error.ts'
import { decodeArmError, decodeReplicationFailure, deploymentErrorMeaning } from './error-decoder.ts'

// The texts are those that Azure is documented, or has been seen, to answer, with their placeholders filled in.

interface Refusal {
  code?: string
  message: string
  plan?: Partial<ImageVersionPlan>
  means: DecodedError['code']
  params?: DecodedError['params']
  path?: DecodedError['path']
  repair?: string
}

const set1 = diskEncryptionSetId('WestUSDiskEncryptionSet1')
const gone = diskEncryptionSetId('EastUS2DiskEncryptionSet2')
const image = computeId('images', 'myImage')
const version = computeId('galleries/images/versions', 'myGallery/myImageDefinition/1.0.0')
const westOs = ['targetRegions', 0, 'encryption', 'osDiskImage']
const eastOs = ['targetRegions', 1, 'encryption', 'osDiskImage']
const westLun = (lun: number) => ['targetRegions', 0, 'encryption', 'dataDiskImages', lun]
const eastLun = (lun: number) => ['targetRegions', 1, 'encryption', 'dataDiskImages', lun]
const sourceId = ['source', 'id']
const machine: Partial<ImageVersionPlan> = {
  source: { type: 'VirtualMachine', id: computeId('virtualMachines', 'myVM') },
}
const snapshot = computeId('snapshots', 'myDDSnapshot')
const twice: Partial<ImageVersionPlan> = {
  source: {
    type: 'DisksAndSnapshots',
    osDiskId: computeId('snapshots', 'myOSSnapshot'),
    dataDisks: [
      { lun: 1, id: snapshot },
      { lun: 1, id: snapshot },
    ],
  },
}
const parameter = 'galleryArtifactVersion.properties.publishingProfile.targetRegions'
const keyUrl = 'https://kv-contoso-wus.vault.azure.net/keys/images-key/00112233445566778899aabbccddeeff'
const keyElsewhere = 'https://kv-fabrikam-wus.vault.azure.net/keys/partner-key/00112233445566778899aabbccddeeff'
const forbidden = (whom: string) =>
  `Unable to access key vault resource '${keyUrl}' to enable encryption at rest. Please grant get, wrap and unwrap key permissions to ${whom}. Please visit https://aka.ms/keyvaultaccessssecmk for more information.`

const encryption: Refusal[] = [
  {
    message: `The disk encryption set '${set1}' must be in the same subscription '${sub1}' as the gallery resource`,
    means: 'DiskEncryptionSetInAnotherSubscription',
    params: { name: 'WestUSDiskEncryptionSet1', subscription: sub1 },
    path: westOs,
    repair: 'chooseAnotherSet',
  },
  {
    message: `The disk encryption set ${gone} was not found.`,
    means: 'DiskEncryptionSetNotFound',
    params: { name: 'EastUS2DiskEncryptionSet2' },
    path: eastLun(0),
    repair: 'chooseAnotherSet',
  },
  ...['osDiskImage', 'dataDiskImages'].map((disk): Refusal => ({
    message: `The value of parameter ${parameter}.encryption.${disk}.diskEncryptionSetId is invalid.`,
    plan: { targetRegions: [customerManaged('westus', { os: set1, 0: '/not/an/id' })] },
    means: 'DiskEncryptionSetInvalid',
    params: { id: '/not/an/id' },
    path: westLun(0),
    repair: 'chooseAnotherSet',
  })),
  {
    message: `A disk encryption set is required for disk '${parameter}.encryption.osDiskImage.diskEncryptionSetId' in target region 'East US 2' since disk encryption set '${set1}' is used for the corresponding disk in region 'West US'`,
    means: 'DiskEncryptionSetRequired',
    params: { disk: 'os', region: 'East US 2' },
    path: eastOs,
    repair: 'chooseAnotherSet',
  },
  {
    message: `A disk encryption set is required for disk 'LUN 0' in target region 'eastus2' since disk encryption set '${set1}' is used for the corresponding disk in region 'westus'`,
    means: 'DiskEncryptionSetRequired',
    params: { disk: 0, region: 'eastus2' },
    path: eastLun(0),
    repair: 'chooseAnotherSet',
  },
  {
    message:
      "An invalid lun [7] was specified in encryption.dataDiskImages. The lun must be one of the following values ['0,9'].",
    plan: { targetRegions: [customerManaged('westus', { os: set1, 7: set1 })] },
    means: 'LunNotInSource',
    params: { lun: 7, region: 'westus', luns: '0, 9' },
    path: westLun(7),
    repair: 'correctField',
  },
  {
    message: "Duplicate luns '0' were specified in target region 'eastus2' encryption.dataDiskImages.",
    means: 'LunDuplicate',
    params: { lun: 0, region: 'eastus2' },
    path: eastLun(0),
    repair: 'correctField',
  },
  {
    message:
      'Cannot specify new data disk image encryption lun [3] with a disk encryption set in region [westus] for update gallery image version request. To update this version, remove the new lun. If you need to change the data disk image encryption settings, you must create a new gallery image version with the correct settings.',
    means: 'EncryptionIsCreateOnly',
    params: { lun: 3, region: 'westus' },
    path: westLun(3),
    repair: 'correctField',
  },
  {
    message: `Encryption is not supported for source resource '${version}'. Please use a different source resource type which supports encryption or remove encryption properties`,
    plan: { source: { type: 'ImageVersion', id: version } },
    means: 'EncryptionNotSupportedForSource',
    params: { sourceType: 'ImageVersion' },
    path: ['encryptionType'],
    repair: 'chooseAnotherSource',
  },
  {
    message: `Encrypted source: '${image}' is in a different subscription ID than the current gallery image version subscription '${sub1}'. Please retry with an unencrypted source(s) or use the source's subscription '${sub2}' to create the gallery image version`,
    means: 'SourceEncryptedInAnotherSubscription',
    params: { name: 'myImage', sourceSubscription: sub2, subscription: sub1 },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    code: 'InternalOperationError',
    message: `Replication failed in this region due to 'Contract.Assert failed: Data model DiskEncryptionSetId '' does not match DiskRP returned DiskEncryptionSetId '${set1}' …`,
    plan: machine,
    means: 'TrustedLaunchCaptureFails',
    params: { name: 'myVM' },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    code: 'InvalidParameter',
    message:
      'The regional encryption.osDiskImage.securityProfile.type must be specified when the SecurityType of the image definition is ConfidentialVM.',
    means: 'ConfidentialTypeRequired',
    path: ['confidentialVMEncryptionType'],
    repair: 'correctField',
  },
  {
    code: 'InvalidParameter',
    message:
      "Only the home region 'westus' can be specified as a target region for Images with the ConfidentialVM feature unless the Confidential VM encryption type is set to 'NonPersistedTPM'.",
    means: 'ConfidentialOnlyHomeRegion',
    params: { region: 'eastus2' },
    path: ['targetRegions', 1, 'name'],
    repair: 'removeTargetRegion',
  },
  {
    message: 'The type of the Disk Encryption Set in the request is ConfidentialVmEncryptedWithCustomerKey, but …',
    means: 'DiskEncryptionSetTypeMismatch',
    path: ['encryptionType'],
    repair: 'correctField',
  },
  {
    code: 'OperationNotAllowed',
    message: 'Disk os was previously encrypted with Azure Disk Encryption.',
    means: 'CustomerKeyNotSupportedForAzureDiskEncryption',
    params: { name: 'myImage' },
    path: ['encryptionType'],
    repair: 'chooseAnotherSource',
  },
]

const keys: Refusal[] = [
  {
    code: 'KeyVaultAccessForbidden',
    message: forbidden("disk encryption set 'WestUSDiskEncryptionSet1'"),
    means: 'KeyAccessForbidden',
    params: { identity: 'WestUSDiskEncryptionSet1', key: 'images-key', vault: 'kv-contoso-wus' },
    path: westOs,
    repair: 'grantKeyAccess',
  },
  {
    code: 'KeyVaultAccessForbidden',
    message: forbidden(`user-assigned identity '${computeId('userAssignedIdentities', 'images-identity')}'`),
    means: 'KeyAccessForbidden',
    params: { identity: 'images-identity', key: 'images-key', vault: 'kv-contoso-wus' },
    path: westOs,
    repair: 'grantKeyAccess',
  },
  {
    code: 'KeyVaultAccessForbidden',
    message: forbidden(`user-assigned identity '${computeId('userAssignedIdentities', 'id')}'`).replace(
      keyUrl,
      keyElsewhere,
    ),
    means: 'KeyAccessForbiddenInAnotherTenant',
    params: { key: 'partner-key', vault: 'kv-fabrikam-wus' },
    repair: 'retry',
  },
  {
    code: 'Unauthorized',
    message:
      'AKV10032: Invalid issuer. Expected one of https://sts.windows.net/fab41ca0-0000-4000-8000-000000000001/, found https://sts.windows.net/c0470500-0000-4000-8000-000000000001/.',
    means: 'KeyVaultOfAnotherTenant',
    repair: 'chooseAnotherSet',
  },
  {
    code: 'KeyVaultAccessTokenCannotBeAcquired',
    message:
      'AADSTS7000229: The client application c0470500-0000-4000-8000-00000000c103 is missing service principal in the tenant fab41ca0-0000-4000-8000-000000000001. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119',
    means: 'ApplicationNotInTenant',
    params: { application: 'c0470500-0000-4000-8000-00000000c103' },
    repair: 'retry',
  },
  {
    message: `AADSTS700016: Application with identifier 'c0470500-0000-4000-8000-00000000c103' was not found in the directory 'Fabrikam'.`,
    means: 'ApplicationNotInTenant',
    params: { application: 'c0470500-0000-4000-8000-00000000c103' },
    repair: 'retry',
  },
  ...['70021', '700211', '700213'].map((number): Refusal => ({
    message: `AADSTS${number}: No matching federated identity record found for presented assertion.`,
    means: 'FederatedCredentialMissing',
    repair: 'retry',
  })),
  {
    code: 'BadRequest',
    message: "Federated client id can only be set to either 'None' or client id of the multi-tenant AAD application.",
    means: 'FederatedClientNotMultiTenant',
  },
  { code: 'KeyVaultKeyNotEnabled', message: '…', means: 'KeyNotEnabled', repair: 'chooseAnotherSet' },
  {
    code: 'KeyVaultAccessTokenCannotBeAcquired',
    message: '…',
    means: 'KeyVaultTokenNotAcquired',
    repair: 'chooseAnotherSet',
  },
  {
    code: 'DirectDriveDiskNotSupportUserAssignedIdentityDes',
    message: '…',
    means: 'DirectDriveDiskWithUserAssignedIdentity',
    repair: 'chooseAnotherSet',
  },
]

const regionsAndSource: Refusal[] = [
  {
    message:
      "Gallery image version publishing profile regions 'eastus2' must contain the location of image version 'West US'.",
    means: 'TargetRegionsLackLocation',
    params: { region: 'West US' },
    path: ['targetRegions'],
    repair: 'addTargetRegion',
  },
  {
    code: 'InvalidParameter',
    message: 'Duplicate regions are not allowed in target publishing regions.',
    plan: { targetRegions: [blankTargetRegion('westus'), blankTargetRegion('West US')] },
    means: 'TargetRegionDuplicate',
    params: { region: 'West US' },
    path: ['targetRegions', 1, 'name'],
    repair: 'correctField',
  },
  ...[
    `The value 0 of parameter '${parameter}.regionalReplicaCount' is out of range.`,
    `The value 0 of parameter ${parameter}.regionalReplicaCount is out of range. The value must be between 1 and 100, inclusive.`,
  ].map((message): Refusal => ({
    code: 'InvalidParameter',
    message,
    plan: { targetRegions: [{ ...blankTargetRegion('westus'), regionalReplicaCount: 0 }] },
    means: 'ReplicaCountOutOfRange',
    params: { min: 1, max: 100 },
    path: ['targetRegions', 0, 'regionalReplicaCount'],
    repair: 'correctField',
  })),
  {
    message: 'ZRS storage account type is not supported in this region.',
    plan: { targetRegions: [{ ...blankTargetRegion('westus'), storageAccountType: 'Standard_ZRS' }] },
    means: 'ZoneRedundantStorageNotSupported',
    params: { region: 'westus' },
    path: ['targetRegions', 0, 'storageAccountType'],
    repair: 'correctField',
  },
  {
    message:
      "Global storage account type does not match the storage account type in the existing TargetRegion: 'West US'. Please specify 'Standard_ZRS' …",
    means: 'StorageTypeIsCreateOnly',
    params: { region: 'West US', storageAccountType: 'Standard_ZRS' },
    path: ['targetRegions', 0, 'storageAccountType'],
    repair: 'correctField',
  },
  {
    code: 'LocationNotAvailableForResourceType',
    message:
      "The provided location 'atlantis' is not available for resource type 'Microsoft.Compute/galleries'. List of available regions for the resource type is 'westus'.",
    means: 'LocationNotAvailable',
    params: { region: 'atlantis' },
    path: ['location'],
    repair: 'correctField',
  },
  ...[`Source ${image} is not found.`, `Source '${image}' is not found.`].map((text): Refusal => ({
    message: `${text} Please check source exists, and is in the same region as gallery image version being created`,
    means: 'SourceNotFound',
    params: { id: image },
    path: sourceId,
    repair: 'chooseAnotherSource',
  })),
  ...['storageProfile.source.id', 'storageProfile.osDiskImage.source.id'].map((property): Refusal => ({
    code: 'PropertyChangeNotAllowed',
    message: `Changing property 'galleryImageVersion.properties.${property}' is not allowed.`,
    means: 'SourceIsCreateOnly',
    params: { property },
    path: sourceId,
    repair: 'correctField',
  })),
  {
    message: 'EndOfLifeDate must be set to a future date.',
    plan: { endOfLifeDate: '2020-12-01' },
    means: 'EndOfLifeDatePast',
    params: { date: '2020-12-01' },
    path: ['endOfLifeDate'],
    repair: 'correctField',
  },
  {
    code: 'GallerySourceResourceExceedsMaxSize',
    message:
      "Replication failed in this region due to 'The GalleryImageVersion source resource size 2520 exceeds the max size 2048 supported",
    means: 'SourceTooLarge',
    params: { name: 'myImage', sizeInGB: 2520, maxSizeInGB: 2048 },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    code: 'ValidationError',
    message:
      "Gallery replication jobs failed in one or more regions. The failing regions' details are as follows: '{region:eastus2, detail:Failed with internal server error.}'. If retry does not work, then please do an update by removing the failed regions and update again by adding them back.",
    means: 'ReplicationFailed',
    params: { region: 'eastus2', detail: 'Failed with internal server error.' },
    path: ['targetRegions', 1, 'name'],
    repair: 'removeTargetRegion',
  },
  {
    code: 'DeleteGalleryImageVersionBlockedBeforeEndOfLife',
    message:
      'Deletion of Gallery image version is not allowed because the image is enabled for blockDeletionBeforeEndOfLife and its endOfLifeDate has not reached yet',
    means: 'DeletionBlockedBeforeEndOfLife',
  },
  {
    code: 'CannotDeleteResource',
    message: 'Can not delete resource before nested resources are deleted.',
    means: 'NestedResources',
  },
  {
    code: 'GalleryNameNotUnique',
    message: `The gallery name 'team' is not unique within the subscription '${sub1}'. Please pick another gallery name.`,
    means: 'GalleryNameNotUnique',
    params: { name: 'team' },
  },
  {
    code: 'InvalidParameter',
    message:
      'Gallery image: ubuntu-web identified by (publisher:Contoso, offer:web, sku:gen2) already exists. Choose a different publisher, offer, sku combination.',
    means: 'IdentifierNotUnique',
    params: { name: 'ubuntu-web' },
  },
  {
    message:
      'The image version name is invalid. The image version name should follow Major(int).Minor(int).Patch(int) format, for e.g: 1.0.0, 2018.12.1 etc.',
    plan: { name: '1.0' },
    means: 'VersionNameInvalid',
    params: { name: '1.0' },
    path: ['name'],
    repair: 'correctField',
  },
  {
    message: `Cannot create Gallery Image Version from: ${image} since the OS State in the parent gallery image ('Specialized') is not 'Generalized'.`,
    means: 'SourceOsStateMismatch',
    params: { name: 'myImage', sourceOsState: 'Generalized', osState: 'Specialized' },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    message: `The resource with id '${image}' has a different Hypervisor generation ['V1'] than the parent gallery image Hypervisor generation ['V2']`,
    means: 'SourceGenerationMismatch',
    params: { name: 'myImage', sourceGeneration: 'V1', generation: 'V2' },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  ...(['True', 'False'] as const).map((value) => ({
    message: `The gallery image version source '${image}' contains gallery image property 'IsAcceleratedNetworkSupported' which has a different value ['${value}'] than the input gallery image property value ['${value === 'True' ? 'False' : 'True'}'].`,
    means:
      value === 'True' ? ('SourceHasAcceleratedNetworking' as const) : ('SourceLacksAcceleratedNetworking' as const),
    params: { name: 'myImage' },
    path: sourceId,
    repair: 'chooseAnotherSource' as const,
  })),
  {
    message: `The resource with id '${image}' has a different OS type ['Windows'] than the parent gallery image OS type generation ['Linux']`,
    means: 'SourceOsTypeMismatch',
    params: { name: 'myImage', sourceOsType: 'Windows', osType: 'Linux' },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    message: `Source virtual machine ${computeId('virtualMachines', 'myVM')} cannot contain an ephemeral OS disk.`,
    plan: machine,
    means: 'SourceEphemeralOsDisk',
    params: { name: 'myVM' },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    message: `Source virtual machine ${computeId('virtualMachines', 'myVM')} cannot contain disk ['${computeId('disks', 'fast')}'] stored in an UltraSSD account type`,
    plan: machine,
    means: 'SourceUltraDisk',
    params: { name: 'myVM', disk: 'fast' },
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    message:
      'Duplicated lun numbers have been detected in the input data disks. Lun number must be unique for each data disk.',
    plan: twice,
    means: 'SourceLunDuplicate',
    params: { lun: 1 },
    path: ['source', 'dataDisks', 1, 'lun'],
    repair: 'correctField',
  },
  {
    message: 'Duplicated source ids are found in the input disks. Source id should be unique for each disk.',
    plan: twice,
    means: 'SourceDuplicate',
    params: { name: 'myDDSnapshot' },
    path: ['source', 'dataDisks', 1, 'id'],
    repair: 'correctField',
  },
  ...[
    'must either be a managed image, virtual machine or another gallery image version',
    'must be a managed disk or snapshot.',
  ].map((rest): Refusal => ({
    message: `The source id: ${image} ${rest}`,
    means: 'SourceTypeInvalid',
    params: { name: 'myImage' },
    path: sourceId,
    repair: 'chooseAnotherSource',
  })),
  {
    message:
      'The gallery artifact version source can only be specified either directly under storageProfile or within individual OS or data disks. One and only one source type (user image, snapshot, disk, virtual machine) can be provided.',
    means: 'SourceKindsMixed',
    path: ['source'],
    repair: 'chooseAnotherSource',
  },
  {
    message: 'Adding new Data Disks or changing the LUN of a Data Disk in an existing Image is not allowed.',
    means: 'DataDisksAreCreateOnly',
    path: ['source', 'dataDisks'],
    repair: 'correctField',
  },
  {
    message: `Too many requests on source '${image}'. Please reduce the number of requests on the source or wait some time before retrying.`,
    means: 'SourceThrottled',
    params: { name: 'myImage' },
    path: sourceId,
    repair: 'retry',
  },
  {
    message:
      "Operation 'Update Gallery Image Version' is not on allowed on 1.0.0; since it is marked for deletion. You can only retry the Delete operation (or wait for an ongoing one to complete)",
    means: 'VersionMarkedForDeletion',
    params: { name: '1.0.0' },
  },
  {
    code: 'OperationNotAllowed',
    message: 'Creation of managed images are not supported for virtual machine with TrustedLaunch security type.',
    plan: machine,
    means: 'ManagedImageOfTrustedLaunchMachine',
    path: sourceId,
    repair: 'chooseAnotherSource',
  },
  {
    code: 'ParentResourceNotFound',
    message:
      "Can not perform requested operation on nested resource. Parent resource 'myGallery/myImageDefinition' not found.",
    means: 'ImageDefinitionNotFound',
    params: { id: computeId('galleries/images', 'myGallery/myImageDefinition') },
    path: ['imageDefinitionId'],
    repair: 'correctField',
  },
]

const machines: Refusal[] = [
  {
    code: 'GalleryImageNotFound',
    message: `The gallery image ${version} is not available in Japan East region. Please contact image owner to replicate to this region, or change your requested region.`,
    means: 'VersionNotInRegion',
    params: { name: '1.0.0', region: 'Japan East' },
    repair: 'addTargetRegion',
  },
  {
    message: `There is no latest image version exists for "${computeId('galleries/images', 'myGallery/myImageDefinition')}"`,
    means: 'NoLatestVersion',
    params: { name: 'myImageDefinition' },
  },
  { message: "Parameter 'osProfile' is not allowed.", means: 'OsProfileNotAllowed' },
  { message: "Required parameter 'osProfile' is missing (null).", means: 'OsProfileMissing' },
  ...['Azure Compute Gallery', 'shared image gallery'].map((gallery): Refusal => ({
    message: `Disk encryption set ${set1} in ${gallery} ${version} belongs to subscription ${sub1} and cannot be used with resource '' in subscription ${sub2}`,
    means: 'VersionSetInAnotherSubscription',
    params: { name: 'WestUSDiskEncryptionSet1', versionSubscription: sub1, subscription: sub2 },
    repair: 'chooseAnotherSet',
  })),
  {
    code: 'BadRequest',
    message:
      "The selected VM size 'Standard_D2_v2' cannot boot Hypervisor Generation '2'. If this was a Create operation please check that the Hypervisor Generation of the Image matches the Hypervisor Generation of the selected VM Size.",
    means: 'MachineSizeOfAnotherGeneration',
    params: { size: 'Standard_D2_v2', generation: 'V2' },
  },
  {
    code: 'BadRequest',
    message:
      "Cannot create a VM of size 'Standard_D2ps_v6' because this VM size only supports a CPU Architecture of 'Arm64', but an image or disk with CPU Architecture 'x64' was given. Please check that the CPU Architecture of the image or disk is compatible with that of the VM size.",
    means: 'MachineSizeOfAnotherArchitecture',
    params: { size: 'Standard_D2ps_v6', architecture: 'x64' },
  },
  {
    message:
      "The VM size 'Standard_D8s_v6' cannot boot with OS image or disk. Please check that disk controller types supported by the OS image or disk is one of the supported disk controller types for the VM size 'Standard_D8s_v6'.",
    means: 'MachineSizeNeedsNvme',
    params: { size: 'Standard_D8s_v6' },
  },
  {
    message: `The resource with id ${computeId('virtualMachines', 'myVM')} has a different plan ['{…}'] than the parent gallery image plan ['null']`,
    means: 'PurchasePlanMismatch',
    params: { name: 'myVM' },
    repair: 'chooseAnotherSource',
  },
  {
    code: 'VMMarketplaceInvalidInput',
    message: `Creating a virtual machine from Marketplace image or a custom image sourced from a Marketplace image requires Plan information in the request. VM: '${computeId('virtualMachines', 'myVM')}'.`,
    means: 'PurchasePlanMissing',
  },
  {
    code: 'VMMarketplaceInvalidInput',
    message:
      "Creating a virtual machine from Marketplace image requires Plan information in the request. OS disk name is 'myosdisk1'.",
    means: 'PurchasePlanMissing',
  },
  {
    code: 'VMMarketplaceInvalidInput',
    message:
      'The purchase information does not match. Unable to deploy from the Marketplace image. OS disk name is myVM_OsDisk_1.',
    means: 'PurchasePlanMismatch',
    params: { name: 'myVM_OsDisk_1' },
    repair: 'chooseAnotherSource',
  },
  {
    code: 'VMMarketplaceInvalidInput',
    message:
      'Creating a virtual machine from a non Marketplace image does not need Plan information, please remove the Plan information in the request. OS disk name is myVM_OsDisk_1.',
    means: 'PurchasePlanNotNeeded',
  },
  ...[
    `User failed validation to purchase resources. Error message: 'You have not accepted the legal terms on this subscription: '${sub1}' for this plan. Before the subscription can be used, you need to accept the legal terms of the image.'`,
    `Offer with PublisherId: 'northwind', OfferId: 'linux' cannot be purchased due to validation errors. For more information see details. Correlation Id: 'c' You have not accepted the legal terms on this subscription: '${sub1}' for this plan.`,
    `Legal terms have not been accepted for this item on this subscription: '${sub1}'.`,
  ].map((message): Refusal => ({
    code: 'ResourcePurchaseValidationFailed',
    message,
    means: 'PurchaseTermsNotAccepted',
    path: ['purchasePlan'],
  })),
  {
    code: 'BadRequest',
    message:
      'Offer with PublisherId: northwind and OfferId: linux not found. If this offer has been created recently, please allow up to 30 minutes for this offer to be available for Purchase.',
    means: 'PurchasePlanNotFound',
    params: { publisher: 'northwind', product: 'linux' },
  },
  {
    code: 'InvalidParameter',
    message:
      "The property 'securityProfile.encryptionAtHost' is not valid because the 'Microsoft.Compute/EncryptionAtHost' feature is not enabled for this subscription.",
    means: 'EncryptionAtHostNotRegistered',
  },
]

const access: Refusal[] = [
  {
    code: 'LinkedAuthorizationFailed',
    message: `The client 'eva' with object id 'o' has permission to perform action 'Microsoft.Compute/galleries/images/versions/write' on scope '${version}'; however, it does not have permission to perform action(s) 'Microsoft.Compute/diskEncryptionSets/read' on the linked scope(s) '${set1}' (respectively) or the linked scope(s) are invalid.`,
    means: 'LinkedAuthorizationFailed',
    params: { action: 'Microsoft.Compute/diskEncryptionSets/read', scope: set1 },
    path: westOs,
    repair: 'openInPortal',
  },
  {
    code: 'LinkedAuthorizationFailed',
    message: `The client has permission to perform action 'Microsoft.Compute/galleries/images/versions/read' on scope ${version}, however the current tenant t is not authorized to access linked subscription '${sub2}'.`,
    means: 'SubscriptionOfAnotherTenant',
    params: { subscription: sub2 },
  },
  {
    code: 'AuthorizationFailed',
    message: `The client 'rita' with object id 'o' does not have authorization to perform action 'Microsoft.Compute/galleries/images/versions/write' over scope '${version}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    means: 'AuthorizationFailed',
    params: { action: 'Microsoft.Compute/galleries/images/versions/write', scope: version },
  },
  {
    code: 'OperationNotAllowed',
    message:
      'Operation could not be completed as it results in exceeding approved GalleryImageVersion quota. Additional details - Deployment Model: Resource Manager, Location: eastus2, Current Limit: 10000, Current Usage: 10000, Additional Required: 1, (Minimum) New Limit Required: 10001.',
    means: 'GalleryQuotaReached',
    params: { quota: 'GalleryImageVersion', limit: 10_000, region: 'eastus2' },
    path: ['targetRegions', 1, 'name'],
    repair: 'cleanUpVersions',
  },
  {
    code: 'RequestDisallowedByPolicy',
    message:
      'Resource \'1.0.0\' was disallowed by policy. Policy identifiers: \'[{"policyAssignment":{"name":"Customer keys only","id":"…"}}]\'.',
    means: 'DeniedByPolicy',
    params: { policy: 'Customer keys only' },
    path: ['encryptionType'],
  },
  {
    code: 'ScopeLocked',
    message: `The scope '${version}' cannot perform delete operation because following scope(s) are locked: '${version}'. Please remove the lock and try again.`,
    means: 'ScopeLocked',
    params: { scopes: version },
    repair: 'openInPortal',
  },
  {
    code: 'MissingSubscriptionRegistration',
    message:
      "The subscription is not registered to use namespace 'Microsoft.KeyVault'. See https://aka.ms/rps-not-found.",
    means: 'ProviderNotRegistered',
    params: { namespace: 'Microsoft.KeyVault' },
  },
  {
    code: 'Conflict',
    message: 'The request failed due to conflict with a concurrent request.',
    means: 'BusyWithAnotherChange',
    repair: 'retry',
  },
  ...['SubscriptionRequestsThrottled', 'ResourceRequestsThrottled', 'TooManyRequests'].map((code): Refusal => ({
    code,
    message: 'Too many requests.',
    means: 'TooManyRequests',
    repair: 'retry',
  })),
  {
    code: 'OperationNotAllowed',
    message: 'The server rejected the request because too many requests have been received for this subscription.',
    means: 'TooManyRequests',
    repair: 'retry',
  },
]

const refusals = [...encryption, ...keys, ...regionsAndSource, ...machines, ...access]
const elsewhere = aDiskEncryptionSet('PartnerSet', {
  facts: readyFacts({ keyUrl: keyElsewhere, vault: 'inAnotherTenant' }),
})
const known = aDiskEncryptionSet('WestUSDiskEncryptionSet1', { facts: readyFacts({ keyUrl }) })
const context = (plan?: Partial<ImageVersionPlan>) => ({ plan: aPlan(plan), diskEncryptionSets: [known, elsewhere] })

describe('a refusal of ARM', () => {
  it.each(refusals)('$means: $message', ({ code = '', message, plan, means, params = {}, path = [], repair }) => {
    const [decoded, ...others] = decodeArmError({ code, message }, context(plan))
    expect(others).toEqual([])
    expect(decoded).toMatchObject({ code: means, params, path })
    expect(decoded?.repair?.action).toBe(repair)
    const names: readonly string[] = { ...issueParams, ...refusalParams }[means]
    expect(Object.keys(decoded?.params ?? {}).toSorted()).toEqual(names.toSorted())
  })

  it('is tried here for every meaning that is no issue', () => {
    const tried = new Set<string>([...refusals.map(({ means }) => means), 'Unknown'])
    expect(Object.keys(refusalParams).filter((code) => !tried.has(code))).toEqual([])
  })

  it('tells of the vault to mend where the set is known', () => {
    const message = forbidden("disk encryption set 'WestUSDiskEncryptionSet1'")
    expect(decodeArmError({ code: 'KeyVaultAccessForbidden', message }, context())[0]?.repair).toEqual({
      action: 'grantKeyAccess',
      diskEncryptionSetId: set1,
      vaultId,
    })
  })

  it('has a meaning for each region whose replication failed', () => {
    const message =
      "Gallery replication jobs failed in one or more regions. The failing regions' details are as follows: '{region:westus, detail:Failed with internal server error.},{region:eastus2, detail:The GalleryImageVersion source resource size 2520 exceeds the max size 2048 supported.}'."
    const codes = decodeArmError({ code: 'ValidationError', message }, context()).map(({ code }) => code)
    expect(codes).toEqual(['ReplicationFailed', 'SourceTooLarge'])
  })

  it('is looked for in its details where its own text says nothing', () => {
    const details = [{ code: 'Conflict', message: 'Busy.' }]
    const decoded = decodeArmError({ code: 'DeploymentFailed', message: 'At least one failed.', details }, context())
    expect(decoded.map(({ code }) => code)).toEqual(['BusyWithAnotherChange'])
  })

  it('that is not known keeps the words of Azure', () => {
    expect(decodeArmError({ code: 'Odd', message: 'Something odd.' }, context())).toEqual([
      { code: 'Unknown', params: { message: 'Something odd.' }, path: [] },
    ])
  })
})

describe("the details of a region's failed replication", () => {
  it('mean that the region is to be taken out and added again, where nothing better is known', () => {
    expect(decodeReplicationFailure({ region: 'eastus2', details: 'Failed.' }, context())).toEqual({
      code: 'ReplicationFailed',
      params: { region: 'eastus2', detail: 'Failed.' },
      path: ['targetRegions', 1, 'name'],
      repair: { action: 'removeTargetRegion', region: 'eastus2' },
    })
  })

  it('are read behind the words that Azure puts before them', () => {
    const details = `Replication failed in this region due to '${forbidden("disk encryption set 'WestUSDiskEncryptionSet1'")}'`
    expect(decodeReplicationFailure({ region: 'westus', details }, context())).toMatchObject({
      code: 'KeyAccessForbidden',
      path: westOs,
    })
  })
})

it('an error of a deployment whose key is in another tenant means that access is granted there', () => {
  const error = { code: 'KeyVaultAccessForbidden', message: forbidden("disk encryption set 'des-japaneast'") }
  expect(deploymentErrorMeaning(error)).toMatchObject({ code: 'KeyAccessForbidden' })
  expect(deploymentErrorMeaning(error, { isKeyElsewhere: true })).toMatchObject({
    code: 'KeyAccessForbiddenInAnotherTenant',
    repair: { action: 'retry' },
  })
})
