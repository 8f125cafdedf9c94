import { sameRegion } from '@portal/arm'
import { confidentialSetType, encryptionType, type EncryptionType } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { _default as defaulted } from 'zod/mini'

/**
 * A blob's address as a plan stores it: of a query or a fragment, only its first character. A shared access signature
 * in it would get into the draft, the file, the link and the code of the plan, for everyone who sees those. The first
 * character stays, so that the user is warned. https://learn.microsoft.com/azure/storage/common/storage-sas-overview
 */
function withoutSignature(uri: string): string {
  return uri.replace(/([?#])[^]*$/, '$1')
}

// The one noun of the portal. The wizard fills it, `check` validates it, `toArm` translates it; the BFF receives it. A
// blank ('' or null) means *not chosen yet*, so a half-filled wizard and a finished plan have the same type.

const text = (maxLength: number) => z.string().check(z.maxLength(maxLength))
const resourceId = text(1024)
const blobUri = z.string().check(z.overwrite(withoutSignature), z.maxLength(2048))
/** The number of a data disk. */
export const lun = z.number().check(z.int(), z.gte(0), z.lte(63))

export const storageAccountType = z.enum(['Standard_LRS', 'Standard_ZRS', 'Premium_LRS'])
export type StorageAccountType = z.infer<typeof storageAccountType>

/**
 * The storage of a version's regions that have none of their own: a type, or the strategy by which Azure uses
 * zone-redundant storage if the region has it, otherwise `Standard_LRS`. Azure accepts one of the two, never both.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#storageaccountstrategy
 */
export const defaultStorage = z.enum(['Standard_LRS', 'Standard_ZRS', 'Premium_LRS', 'PreferStandard_ZRS'])
export type DefaultStorage = z.infer<typeof defaultStorage>

export const confidentialVMEncryptionType = z.enum([
  'EncryptedVMGuestStateOnlyWithPmk',
  'EncryptedWithPmk',
  'EncryptedWithCmk',
  'NonPersistedTPM',
])
export type ConfidentialVMEncryptionType = z.infer<typeof confidentialVMEncryptionType>

const imageSource = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ManagedImage'), id: resourceId }),
  z.strictObject({
    type: z.literal('DisksAndSnapshots'),
    osDiskId: resourceId,
    dataDisks: z.array(z.strictObject({ lun, id: resourceId })).check(z.maxLength(64)),
  }),
  z.strictObject({ type: z.literal('VirtualMachine'), id: resourceId }),
  z.strictObject({ type: z.literal('ImageVersion'), id: resourceId }),
  z.strictObject({
    type: z.literal('StorageBlobs'),
    storageAccountId: resourceId,
    osDiskUri: blobUri,
    dataDisks: z.array(z.strictObject({ lun, uri: blobUri })).check(z.maxLength(64)),
  }),
])
export type ImageSource = z.infer<typeof imageSource>
export type ImageSourceType = ImageSource['type']

/** A source as a plan stores it, its blobs without signatures. */
export function withoutSignatures(source: ImageSource): ImageSource {
  if (source.type !== 'StorageBlobs') return source
  const { osDiskUri, dataDisks } = source
  return {
    ...source,
    osDiskUri: withoutSignature(osDiskUri),
    dataDisks: dataDisks.map((disk) => ({ ...disk, uri: withoutSignature(disk.uri) })),
  }
}

/** The disk encryption sets of one target region: a cell for each disk of the image. */
const regionEncryption = z.strictObject({
  /** id of the set for the OS disk, '' if none is chosen */
  osDiskImage: resourceId,
  dataDiskImages: z.array(z.strictObject({ lun, diskEncryptionSetId: resourceId })).check(z.maxLength(64)),
  /** only for `EncryptedWithCmk`: id of the confidential set */
  secureVMDiskEncryptionSetId: resourceId,
})
export type RegionEncryption = z.infer<typeof regionEncryption>

export const targetRegion = z.strictObject({
  /** short name, `westus`; '' for a row whose region is not chosen yet */
  name: text(64),
  /** null: the plan's `replicaCount` */
  regionalReplicaCount: z.nullable(z.number()),
  /** null: the plan's `storageAccountType` */
  storageAccountType: z.nullable(storageAccountType),
  excludeFromLatest: z.boolean(),
  encryption: regionEncryption,
})
export type TargetRegion = z.infer<typeof targetRegion>

export const imageVersionPlan = z.strictObject({
  imageDefinitionId: resourceId,
  /** Major.Minor.Patch */
  name: text(80),
  /** short name of the version's own region: that of its source, and one of the target regions */
  location: text(64),
  source: imageSource,
  excludeFromLatest: z.boolean(),
  /** YYYY-MM-DD, or '' */
  endOfLifeDate: text(32),
  allowDeletionOfReplicatedLocations: z.boolean(),
  blockDeletionBeforeEndOfLife: z.boolean(),
  replicationMode: z.enum(['Full', 'Shallow']),
  /** the default of each target region; 1 to 100 */
  replicaCount: z.nullable(z.number()),
  /** of each target region without its own */
  storageAccountType: defaultStorage,
  targetRegions: z.array(targetRegion).check(z.maxLength(100)),
  encryptionType,
  /** null if the definition is not confidential, or while not chosen */
  confidentialVMEncryptionType: z.nullable(confidentialVMEncryptionType),
  /**
   * whether the data disks of a confidential version have confidential sets, those in their cells: a preview of Azure's
   */
  confidentialDataDisks: defaulted(z.boolean(), false),
  tags: z.array(z.strictObject({ name: text(1024), value: text(1024) })).check(z.maxLength(60)),
})
export type ImageVersionPlan = z.infer<typeof imageVersionPlan>

/**
 * A plan with nothing chosen: the portal's own defaults, and the definition the wizard was opened from ('' if none).
 */
export function blankPlan(imageDefinitionId: string): ImageVersionPlan {
  return {
    imageDefinitionId,
    name: '',
    location: '',
    source: { type: 'ManagedImage', id: '' },
    excludeFromLatest: false,
    endOfLifeDate: '',
    allowDeletionOfReplicatedLocations: false,
    blockDeletionBeforeEndOfLife: false,
    replicationMode: 'Full',
    replicaCount: 1,
    storageAccountType: 'Standard_LRS',
    targetRegions: [],
    encryptionType: 'EncryptionAtRestWithPlatformKey',
    confidentialVMEncryptionType: null,
    confidentialDataDisks: false,
    tags: [],
  }
}

/** A target region with nothing chosen but its name ('' for a blank row). */
export function blankTargetRegion(name: string): TargetRegion {
  return {
    name,
    regionalReplicaCount: null,
    storageAccountType: null,
    excludeFromLatest: false,
    encryption: { osDiskImage: '', dataDiskImages: [], secureVMDiskEncryptionSetId: '' },
  }
}

/** Whether the plan's disks are encrypted with keys of the customer's, alone or on top of the platform's. */
export function usesCustomerKeys(plan: ImageVersionPlan): boolean {
  return plan.encryptionType !== 'EncryptionAtRestWithPlatformKey'
}

/** Whether the plan's data disks are encrypted as those of confidential machines, with keys of the customer's. */
export function hasConfidentialDataDisks(plan: ImageVersionPlan): boolean {
  return plan.confidentialDataDisks && plan.confidentialVMEncryptionType !== null
}

/** Whether the plan needs any customer-managed set for a disk. */
export function asksForDiskSets(plan: ImageVersionPlan): boolean {
  return usesCustomerKeys(plan) || hasConfidentialDataDisks(plan)
}

/** Whether the plan needs a customer-managed set for that disk. */
export function asksForSet(plan: ImageVersionPlan, disk: DiskKey): boolean {
  return usesCustomerKeys(plan) || (disk !== 'os' && hasConfidentialDataDisks(plan))
}

/** Whether the plan needs any confidential set, for the OS disk or for data disks. */
export function asksForConfidentialSets(plan: ImageVersionPlan): boolean {
  return plan.confidentialVMEncryptionType === 'EncryptedWithCmk' || hasConfidentialDataDisks(plan)
}

/** What the set in a disk's cell must be for. */
export function setTypeOf(plan: ImageVersionPlan, disk: DiskKey): EncryptionType | typeof confidentialSetType {
  return disk !== 'os' && hasConfidentialDataDisks(plan) ? confidentialSetType : plan.encryptionType
}

/** The content of one cell: the ID of the set for the OS disk or a LUN in a target region, '' if none. */
export function diskEncryptionSetOf(region: Pick<TargetRegion, 'encryption'>, disk: DiskKey): string {
  if (disk === 'os') return region.encryption.osDiskImage
  return region.encryption.dataDiskImages.find((image) => image.lun === disk)?.diskEncryptionSetId ?? ''
}

/** The contents of a region's cells by disk, for who needs all: `diskEncryptionSetOf` searches anew for each disk. */
export function diskEncryptionSetsOf({ encryption }: TargetRegion): ReadonlyMap<DiskKey, string> {
  const sets = new Map<DiskKey, string>([['os', encryption.osDiskImage]])
  // The first one counts, as there.
  for (const { lun, diskEncryptionSetId } of encryption.dataDiskImages)
    if (!sets.has(lun)) sets.set(lun, diskEncryptionSetId)
  return sets
}

/** A disk of an image: the OS disk, or a data disk by its LUN. */
export type DiskKey = 'os' | number

/** The sets that the plan would send to Azure, each ID once in its first spelling; also malformed ones. */
export function diskEncryptionSetIdsOf(plan: ImageVersionPlan): string[] {
  const ids = plan.targetRegions.flatMap(({ encryption }) => [
    ...(asksForSet(plan, 'os') ? [encryption.osDiskImage] : []),
    ...encryption.dataDiskImages.flatMap(({ lun: disk, diskEncryptionSetId }) =>
      asksForSet(plan, disk) ? [diskEncryptionSetId] : [],
    ),
    ...(plan.confidentialVMEncryptionType === 'EncryptedWithCmk' ? [encryption.secureVMDiskEncryptionSetId] : []),
  ])
  // Thousands of cells have a few IDs, so each spelling is checked once.
  const spellings = [...new Set(ids)].filter((id) => id !== '')
  return [...Map.groupBy(spellings, (id) => id.toLowerCase()).values()].flatMap(([first]) => first ?? [])
}

/** The IDs that a source names, blank ones too: of an image, a machine, disks and snapshots, or a storage account. */
export function sourceIdsOf(source: ImageSource): string[] {
  switch (source.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return [source.id]
    case 'DisksAndSnapshots':
      return [source.osDiskId, ...source.dataDisks.map(({ id }) => id)]
    case 'StorageBlobs':
      return [source.storageAccountId]
  }
}

/** The replicas of one target region: its own number, otherwise the plan's. null while neither is given. */
export function replicaCountOf(plan: ImageVersionPlan, region: TargetRegion): number | null {
  return region.regionalReplicaCount ?? plan.replicaCount
}

/** Whether `region` is the version's own region. */
export function isHomeRegion(plan: ImageVersionPlan, region: TargetRegion): boolean {
  return sameRegion(plan.location, region.name)
}
