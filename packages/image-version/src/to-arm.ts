import type {
  DataDiskImageEncryption,
  EncryptionImages,
  GalleryDiskImageSource,
  GalleryImageVersionPublishingProfile,
  GalleryImageVersionSafetyProfile,
  GalleryImageVersionStorageProfile,
  OSDiskImageEncryption,
  TargetRegion as TargetRegionModel,
} from '@azure/arm-compute'
import { apiVersions } from '@portal/arm'
import {
  asksForSet,
  hasConfidentialDataDisks,
  usesCustomerKeys,
  type ImageSource,
  type ImageVersionPlan,
  type TargetRegion,
} from './plan.ts'
import { storageSent } from './storage/default-storage.ts'

/** A value of the SDK's model as ARM's JSON: plain objects, and dates as ISO 8601. */
type Json<Model> = Model extends Date
  ? string
  : Model extends readonly (infer Item)[]
    ? Json<Item>[]
    : Model extends object
      ? { -readonly [Name in keyof Model]: Json<Model[Name]> }
      : Model

/** What the portal PUTs: https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update */
export interface ArmImageVersionBody {
  location: string
  tags: Record<string, string>
  properties: {
    publishingProfile: Json<Omit<GalleryImageVersionPublishingProfile, 'targetRegions'>> & {
      targetRegions: ArmTargetRegion[]
    }
    storageProfile: ArmStorageProfile
    safetyProfile?: Json<GalleryImageVersionSafetyProfile>
  }
}

export type ArmTargetRegion = Json<Omit<TargetRegionModel, 'encryption'>> & { encryption?: ArmEncryption }

/** A data disk of a confidential version has its set in a separate profile, which the SDK's model lacks. */
export type ArmEncryption = Json<Pick<EncryptionImages, 'osDiskImage'>> & {
  dataDiskImages?: Json<DataDiskImageEncryption & Pick<OSDiskImageEncryption, 'securityProfile'>>[]
}

type ArmStorageProfile = Json<GalleryImageVersionStorageProfile>
type ArmDiskSource = Json<GalleryDiskImageSource>

/**
 * The body of the PUT that creates the plan's version. Blank values, and values equal to Azure's default, are omitted.
 * The storage is always sent, because its default depends on the API version, and so is what a target region sets for
 * itself. A plan that `check` passes gives a complete body; a half-filled one gives what it has.
 */
export function toArm(plan: ImageVersionPlan): ArmImageVersionBody {
  const safetyProfile = {
    ...(plan.allowDeletionOfReplicatedLocations && { allowDeletionOfReplicatedLocations: true }),
    // The API version of confidential data disks blocks the deletion of versions that do not say otherwise.
    ...((plan.blockDeletionBeforeEndOfLife || hasConfidentialDataDisks(plan)) && {
      blockDeletionBeforeEndOfLife: plan.blockDeletionBeforeEndOfLife,
    }),
  }
  return {
    location: plan.location,
    tags: Object.fromEntries(plan.tags.filter(({ name }) => name !== '').map(({ name, value }) => [name, value])),
    properties: {
      publishingProfile: {
        targetRegions: plan.targetRegions
          .filter(({ name }) => name !== '')
          .map((region) => toArmTargetRegion(plan, region)),
        ...(plan.replicaCount !== null && plan.replicaCount !== 1 && { replicaCount: plan.replicaCount }),
        ...storageSent(plan.storageAccountType),
        ...(plan.excludeFromLatest && { excludeFromLatest: true }),
        ...(plan.endOfLifeDate !== '' && { endOfLifeDate: endOfLifeInstant(plan.endOfLifeDate) }),
        ...(plan.replicationMode !== 'Full' && { replicationMode: plan.replicationMode }),
      },
      storageProfile: toArmStorageProfile(plan.source),
      ...(Object.keys(safetyProfile).length > 0 && { safetyProfile }),
    },
  }
}

/**
 * The API version of the PUT that creates the plan's version: the newest only for what no older one supports. For a
 * version that does not set them, 2026-03-03 sets an end of life in six months and blocks the deletion until then.
 * https://github.com/Azure/azure-cli/issues/32375
 */
export function apiVersionToCreate(plan: ImageVersionPlan): string {
  return hasConfidentialDataDisks(plan) ? apiVersions.imageVersions.version : apiVersions.galleries.version
}

/** The instant of `YYYY-MM-DD`: the start of that day in UTC, as PowerShell sends a plain date. */
export function endOfLifeInstant(date: string): string {
  return `${date}T00:00:00.000Z`
}

function toArmTargetRegion(plan: ImageVersionPlan, region: TargetRegion): ArmTargetRegion {
  const encryption = toArmEncryption(plan, region)
  return {
    name: region.name,
    ...(region.regionalReplicaCount !== null && { regionalReplicaCount: region.regionalReplicaCount }),
    ...(region.storageAccountType !== null && { storageAccountType: region.storageAccountType }),
    ...(region.excludeFromLatest && { excludeFromLatest: true }),
    ...(encryption !== undefined && { encryption }),
  }
}

// No `encryption` is Azure's way of saying platform-managed keys; customer keys and double encryption differ in the
// type of the sets, not in the body. https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
function toArmEncryption(plan: ImageVersionPlan, { encryption }: TargetRegion): ArmEncryption | undefined {
  const customerKeys = usesCustomerKeys(plan)
  const confidential = plan.confidentialVMEncryptionType
  const sendsSecureSet = confidential === 'EncryptedWithCmk' && encryption.secureVMDiskEncryptionSetId !== ''
  const osDiskImage = {
    ...(customerKeys && encryption.osDiskImage !== '' && { diskEncryptionSetId: encryption.osDiskImage }),
    ...(confidential !== null && {
      securityProfile: {
        confidentialVMEncryptionType: confidential,
        ...(sendsSecureSet && { secureVMDiskEncryptionSetId: encryption.secureVMDiskEncryptionSetId }),
      },
    }),
  }
  const dataDiskImages = encryption.dataDiskImages.filter(
    ({ lun, diskEncryptionSetId }) => asksForSet(plan, lun) && diskEncryptionSetId !== '',
  )
  if (Object.keys(osDiskImage).length === 0 && dataDiskImages.length === 0) return undefined
  return {
    ...(Object.keys(osDiskImage).length > 0 && { osDiskImage }),
    ...(dataDiskImages.length > 0 && {
      dataDiskImages: dataDiskImages.map(({ lun, diskEncryptionSetId }) =>
        hasConfidentialDataDisks(plan)
          ? {
              lun,
              securityProfile: {
                confidentialVMEncryptionType: 'DataDiskEncryptedWithCmk',
                secureVMDiskEncryptionSetId: diskEncryptionSetId,
              },
            }
          : { lun, diskEncryptionSetId },
      ),
    }),
  }
}

function toArmStorageProfile(source: ImageSource): ArmStorageProfile {
  switch (source.type) {
    case 'ManagedImage':
    case 'ImageVersion':
      return source.id === '' ? {} : { source: { id: source.id } }
    case 'VirtualMachine':
      return source.id === '' ? {} : { source: { virtualMachineId: source.id } }
    case 'DisksAndSnapshots':
      return diskImages(
        idSource(source.osDiskId),
        source.dataDisks.map(({ lun, id }) => ({ lun, source: idSource(id) })),
      )
    case 'StorageBlobs': {
      const blob = (uri: string) => (uri === '' ? undefined : { uri, storageAccountId: source.storageAccountId })
      return source.storageAccountId === ''
        ? {}
        : diskImages(
            blob(source.osDiskUri),
            source.dataDisks.map(({ lun, uri }) => ({ lun, source: blob(uri) })),
          )
    }
  }
}

function idSource(id: string): ArmDiskSource | undefined {
  return id === '' ? undefined : { id }
}

function diskImages(
  os: ArmDiskSource | undefined,
  data: { lun: number; source: ArmDiskSource | undefined }[],
): ArmStorageProfile {
  const dataDiskImages = data.flatMap(({ lun, source }) => (source === undefined ? [] : [{ lun, source }]))
  return {
    ...(os !== undefined && { osDiskImage: { source: os } }),
    ...(dataDiskImages.length > 0 && { dataDiskImages }),
  }
}
