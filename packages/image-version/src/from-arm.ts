import {
  parentResourceId,
  formatResourceId,
  regionName,
  resourceNameOf,
  resourceType,
  tryParseResourceId,
} from '@portal/arm'
import { diskEncryptionSetById, type EncryptionType } from '@portal/disk-encryption'
import {
  storageAccountIdOf,
  type ArmImageVersion,
  type ArmStoredDataDiskEncryption,
  type ArmStoredTargetRegion,
} from './arm-image-version.ts'
import type { Inventory } from './inventory.ts'
import {
  blankPlan,
  blankTargetRegion,
  confidentialVMEncryptionType,
  type ConfidentialVMEncryptionType,
  type ImageSource,
  type ImageVersionPlan,
  type TargetRegion,
  withoutSignatures,
} from './plan.ts'
import { defaultStorageOf, storageAccountTypeNamed } from './storage/default-storage.ts'

/**
 * The plan of a version's body, as far as a plan can express it: a GET's response, or what was sent. The ID of the
 * definition and the name come from `version.id`, blank if there is none. The body has no encryption type; it is that
 * of the first set in the inventory, otherwise customer-managed. A source that a plan can't name (a community image) is
 * left blank.
 */
export function fromArm(version: ArmImageVersion, inventory?: Pick<Inventory, 'diskEncryptionSets'>): ImageVersionPlan {
  const id = tryParseResourceId(version.id ?? '')
  const definition = id && parentResourceId(id)
  const { publishingProfile, storageProfile, safetyProfile } = version.properties ?? {}
  const regions = publishingProfile?.targetRegions ?? []
  return {
    ...blankPlan(definition === undefined ? '' : formatResourceId(definition)),
    name: id === undefined ? (version.name ?? '') : resourceNameOf(id),
    location: regionName(version.location),
    source: withoutSignatures(fromStorageProfile(storageProfile)),
    excludeFromLatest: publishingProfile?.excludeFromLatest ?? false,
    endOfLifeDate: calendarDate(publishingProfile?.endOfLifeDate),
    allowDeletionOfReplicatedLocations: safetyProfile?.allowDeletionOfReplicatedLocations ?? false,
    blockDeletionBeforeEndOfLife: safetyProfile?.blockDeletionBeforeEndOfLife ?? false,
    replicationMode: publishingProfile?.replicationMode === 'Shallow' ? 'Shallow' : 'Full',
    replicaCount: publishingProfile?.replicaCount ?? 1,
    storageAccountType: defaultStorageOf(publishingProfile) ?? 'Standard_LRS',
    targetRegions: regions.map(fromArmTargetRegion),
    encryptionType: encryptionTypeOf(regions, inventory),
    confidentialVMEncryptionType: regions.map(confidentialTypeOf).find((type) => type !== undefined) ?? null,
    confidentialDataDisks: regions.some(({ encryption }) =>
      (encryption?.dataDiskImages ?? []).some((image) => confidentialSetOf(image) !== undefined),
    ),
    tags: Object.entries(version.tags ?? {}).map(([name, value]) => ({ name, value })),
  }
}

function fromArmTargetRegion(region: ArmStoredTargetRegion): TargetRegion {
  const { osDiskImage, dataDiskImages = [] } = region.encryption ?? {}
  return {
    ...blankTargetRegion(regionName(region.name)),
    regionalReplicaCount: region.regionalReplicaCount ?? null,
    storageAccountType: storageAccountTypeNamed(region.storageAccountType) ?? null,
    excludeFromLatest: region.excludeFromLatest ?? false,
    encryption: {
      osDiskImage: osDiskImage?.diskEncryptionSetId ?? '',
      dataDiskImages: dataDiskImages.map((image) => ({
        lun: image.lun,
        diskEncryptionSetId: confidentialSetOf(image) ?? image.diskEncryptionSetId ?? '',
      })),
      secureVMDiskEncryptionSetId: osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId ?? '',
    },
  }
}

/** The set of a data disk that is encrypted as one of a confidential machine; undefined for another. */
export function confidentialSetOf({ securityProfile }: ArmStoredDataDiskEncryption): string | undefined {
  return securityProfile?.secureVMDiskEncryptionSetId || undefined
}

function fromStorageProfile(profile: NonNullable<ArmImageVersion['properties']>['storageProfile'] = {}): ImageSource {
  const { source, osDiskImage, dataDiskImages = [] } = profile
  if (source?.virtualMachineId !== undefined) return { type: 'VirtualMachine', id: source.virtualMachineId }
  if (source?.id !== undefined) return { type: wholeImageType(source.id), id: source.id }
  const os = osDiskImage?.source
  if (os?.uri !== undefined) {
    const dataDisks = dataDiskImages.map(({ lun, source: ofDisk }) => ({ lun, uri: ofDisk?.uri ?? '' }))
    return { type: 'StorageBlobs', storageAccountId: storageAccountIdOf(os), osDiskUri: os.uri, dataDisks }
  }
  if (os?.id === undefined) return { type: 'ManagedImage', id: '' }
  const dataDisks = dataDiskImages.map(({ lun, source: ofDisk }) => ({ lun, id: ofDisk?.id ?? '' }))
  return { type: 'DisksAndSnapshots', osDiskId: os.id, dataDisks }
}

/** `source.id` names a managed image, another version or, in older bodies, a machine. */
function wholeImageType(id: string): 'ManagedImage' | 'ImageVersion' | 'VirtualMachine' {
  const parsed = tryParseResourceId(id)
  switch (parsed && resourceType(parsed).toLowerCase()) {
    case 'microsoft.compute/galleries/images/versions':
      return 'ImageVersion'
    case 'microsoft.compute/virtualmachines':
      return 'VirtualMachine'
    default:
      return 'ManagedImage'
  }
}

function encryptionTypeOf(
  regions: readonly ArmStoredTargetRegion[],
  inventory: Pick<Inventory, 'diskEncryptionSets'> | undefined,
): EncryptionType {
  const ids = regions.flatMap(({ encryption }) =>
    [encryption?.osDiskImage, ...(encryption?.dataDiskImages ?? [])].flatMap(
      (image) => image?.diskEncryptionSetId ?? [],
    ),
  )
  if (ids.length === 0) return 'EncryptionAtRestWithPlatformKey'
  const types = ids.map((id) => inventory && diskEncryptionSetById(inventory, id)?.encryptionType)
  const known = types.find((type) => type !== undefined && type !== 'ConfidentialVmEncryptedWithCustomerKey')
  return known === 'EncryptionAtRestWithPlatformAndCustomerKeys' ? known : 'EncryptionAtRestWithCustomerKey'
}

function confidentialTypeOf({ encryption }: ArmStoredTargetRegion): ConfidentialVMEncryptionType | undefined {
  const parsed = confidentialVMEncryptionType.safeParse(
    encryption?.osDiskImage?.securityProfile?.confidentialVMEncryptionType,
  )
  return parsed.success ? parsed.data : undefined
}

function calendarDate(date: string | undefined): string {
  if (date === undefined) return ''
  const time = new Date(date)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10)
}
