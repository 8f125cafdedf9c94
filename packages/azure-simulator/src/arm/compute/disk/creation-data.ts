import { sameRegion } from '@portal/arm'
import { isJsonObject, numberAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { invalidParameter, missingParameter, referenceNotFound } from '../../errors.ts'
import type { ArmRequest } from '../../request.ts'
import { factsOfImage, machineImage } from '../virtual-machine/machine-image.ts'
import { referenceOfMarketplace } from '../virtual-machine/marketplace-image.ts'

// A blob has no size here: the size of a Linux image is used.
const blobSizeInGB = 30
const gigabyte = 1024 ** 3
// The additional size of an upload:
// https://learn.microsoft.com/azure/virtual-machines/windows/disks-upload-vhd-to-managed-disk-powershell
const footer = 512

/** A disk or a snapshot to be created. */
export interface NewDisk {
  sent: JsonObject
  location: string
  subscriptionId: string
}

/**
 * What a new disk gets from its source, by its `createOption`: a copy from its source, one from an image from that, an
 * upload its size. Throws 404 for a source that is not in the same region, 400 without `creationData`.
 * https://learn.microsoft.com/rest/api/compute/disks/create-or-update#diskcreateoption
 */
export function takenFromOrigin(request: ArmRequest, disk: NewDisk): JsonObject {
  const { creationData } = disk.sent
  if (!isJsonObject(creationData)) throw missingParameter('disk.creationData')
  const option = textAt(creationData, 'createOption')?.toLowerCase() ?? ''
  if (option.startsWith('upload')) return ofUpload(creationData)
  if (option.startsWith('import')) return { creationData, diskSizeGB: blobSizeInGB }
  if (option === 'fromimage') return { creationData, ...ofImage(request, creationData, disk) }
  return ofSource(request, creationData, disk)
}

function ofUpload(creationData: JsonObject): JsonObject {
  const bytes = numberAt(creationData, 'uploadSizeBytes')
  if (bytes === undefined) throw missingParameter('disk.creationData.uploadSizeBytes')
  return { creationData, diskSizeGB: Math.ceil((bytes - footer) / gigabyte), diskState: 'ReadyToUpload' }
}

function ofImage(request: ArmRequest, creationData: JsonObject, place: NewDisk): JsonObject {
  const ofGallery = valueAt(creationData, 'galleryImageReference')
  const asked = isJsonObject(ofGallery) ? ofGallery : valueAt(creationData, 'imageReference')
  if (!isJsonObject(asked)) return {}
  const reference = referenceOfMarketplace(textAt(asked, 'id') ?? '') ?? asked
  const image = machineImage(request, reference, place)
  const lun = numberAt(asked, 'lun')
  const disk = lun === undefined ? image?.osDisk : image?.dataDisks.get(lun)
  if (image === undefined || disk === undefined)
    throw invalidParameter(`The image has no disk at LUN ${lun}.`, 'disk.creationData.imageReference.lun')
  const setId = disk.diskEncryptionSetId
  const encryptionType = setId === undefined ? undefined : request.tenant.store.get(setId)?.properties['encryptionType']
  return {
    ...(lun === undefined && factsOfImage(image)),
    diskSizeGB: disk.sizeInGB,
    ...(setId !== undefined && { encryption: { type: encryptionType, diskEncryptionSetId: setId } }),
  }
}

function ofSource(request: ArmRequest, creationData: JsonObject, { location }: NewDisk): JsonObject {
  const id = textAt(creationData, 'sourceResourceId')
  if (id === undefined) return { creationData }
  const source = request.tenant.store.get(id)
  if (source === undefined || !sameRegion(source.location, location)) throw referenceNotFound(id)
  const { osType, hyperVGeneration, diskSizeGB, encryption, securityProfile } = source.properties
  const { supportedCapabilities, purchasePlan, uniqueId: sourceUniqueId } = source.properties
  return {
    osType,
    hyperVGeneration,
    diskSizeGB,
    encryption,
    supportedCapabilities,
    purchasePlan,
    securityProfile,
    creationData: { ...creationData, ...(sourceUniqueId !== undefined && { sourceUniqueId }) },
  }
}

/** The family of the incremental snapshots of one disk; undefined for a full one. */
export function snapshotFamilyOf({ properties }: StoredResource): string | undefined {
  if (properties['incremental'] !== true) return undefined
  return textAt(properties, 'creationData', 'sourceUniqueId')
}
