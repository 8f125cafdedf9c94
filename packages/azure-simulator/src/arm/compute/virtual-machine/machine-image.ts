import { isIdOf, regionName, sameRegion } from '@portal/arm'
import { isJsonObject, numberAt, objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import { provisioningState, type StoredResource, type StoreWrite } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'
import { ArmRefusal, referenceNotFound } from '../../errors.ts'
import type { ArmRequest } from '../../request.ts'
import { featureOf } from '../gallery/image-definition-features.ts'
import { consumable } from '../gallery/soft-delete/soft-deleted-versions.ts'
import { capabilitiesOf, planOf, type ImageCapabilities } from '../image-capabilities.ts'
import { marketplaceImage } from './marketplace-image.ts'

/** A disk in an image, and its version's set for the machine's region. */
export interface ImageDisk {
  sizeInGB: number
  diskEncryptionSetId: string | undefined
  /** of the disk created from it */
  creationData: JsonObject
}

/** The source of a machine: a version of a gallery, a managed image or a Marketplace image. */
export interface MachineImage {
  /** undefined for the Marketplace */
  id: string | undefined
  osType: string
  osState: string
  hyperVGeneration: string
  /** the version that was used; undefined for a managed image */
  exactVersion: string | undefined
  osDisk: ImageDisk
  /** by LUN */
  dataDisks: Map<number, ImageDisk>
  capabilities: ImageCapabilities
  /** the `SecurityType` of its definition */
  securityType: string
  /** undefined for the Marketplace, whose plans are not known here */
  plan?: ImagePlan
}

/** The purchase plan that machines of an image need. */
export interface ImagePlan {
  needed: JsonObject | undefined
  /** of the definition; undefined if it has none, and for a managed image */
  stated: JsonObject | undefined
  isOfGallery: boolean
}

/** What an OS disk says of the image that it is made of. */
export function factsOfImage({ osType, hyperVGeneration, capabilities, plan }: MachineImage): JsonObject {
  return {
    osType,
    hyperVGeneration,
    supportedCapabilities: { ...capabilities },
    ...(plan?.needed && { purchasePlan: plan.needed }),
  }
}

export const versionType = 'Microsoft.Compute/galleries/images/versions'
const managedImageType = 'Microsoft.Compute/images'

/** The image of an `imageReference` in a region; undefined for none. Throws 404 if it does not exist. */
export function machineImage(
  request: ArmRequest,
  reference: Json | undefined,
  place: { subscriptionId: string; location: string },
): MachineImage | undefined {
  if (!isJsonObject(reference)) return undefined
  const id = textAt(reference, 'id') ?? sharedImageId(request, reference)
  if (id !== undefined)
    return isIdOf(managedImageType, id)
      ? ofManagedImage(request, id, place.location)
      : ofGallery(request, id, place.location)
  const found = marketplaceImage(reference)
  if (found === undefined) return undefined
  const { osType, hyperVGeneration, exactVersion, sizeInGB, capabilities, securityType } = found
  const origin = { id: found.idIn(place.subscriptionId, place.location) }
  return {
    id: undefined,
    osType,
    osState: 'Generalized',
    hyperVGeneration,
    exactVersion,
    osDisk: { sizeInGB, diskEncryptionSetId: undefined, creationData: fromImage({ imageReference: origin }) },
    dataDisks: new Map(),
    capabilities,
    securityType,
  }
}

function fromImage(origin: JsonObject): JsonObject {
  return { createOption: 'FromImage', ...origin }
}

/**
 * The image version that `id` (a version, or a definition for its latest) refers to in a region. Throws 404
 * GalleryImageNotFound if there is none, or none that has reached the region.
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
 */
function ofGallery(request: ArmRequest, id: string, location: string): MachineImage {
  const { store } = request.tenant
  const now = request.clock.now()
  const region = regionName(location)
  // A deleted version can be used by its number during its retention; it is never the latest.
  const version = isIdOf(versionType, id)
    ? (store.get(id) ?? consumable(request.tenant, id))
    : latestOf(store.list(id, versionType), region, now)
  const definition = version && store.get(version.id.split('/').slice(0, -2).join('/'))
  const target = objectsAt(version?.properties, 'publishingProfile', 'targetRegions').find(({ name }) =>
    sameRegion(typeof name === 'string' ? name : '', location),
  )
  if (version === undefined || definition === undefined || target === undefined || !isThere(version, region, now)) {
    const message = `The gallery image ${id} is not available in ${region} region. Please contact image owner to replicate to this region, or change your requested region.`
    throw new ArmRefusal(404, { code: 'GalleryImageNotFound', message })
  }
  const diskOf = (disk: JsonObject, facts: { sizeInGB: number; setId: string | undefined }): ImageDisk => {
    const lun = numberAt(disk, 'lun')
    return {
      sizeInGB: numberAt(disk, 'sizeInGB') ?? facts.sizeInGB,
      diskEncryptionSetId: facts.setId,
      creationData: fromImage({ galleryImageReference: { id: version.id, ...(lun !== undefined && { lun }) } }),
    }
  }
  const osDisk = valueAt(version.properties, 'storageProfile', 'osDiskImage')
  return {
    id: version.id,
    osType: textAt(definition.properties, 'osType') ?? 'Linux',
    osState: textAt(definition.properties, 'osState') ?? 'Generalized',
    hyperVGeneration: textAt(definition.properties, 'hyperVGeneration') ?? 'V1',
    exactVersion: version.name,
    capabilities: capabilitiesOf(request.tenant, version),
    securityType: featureOf(definition.properties, 'SecurityType', version.name) ?? 'Standard',
    plan: { needed: planOf(request.tenant, version), stated: planOf(request.tenant, definition), isOfGallery: true },
    osDisk: diskOf(isJsonObject(osDisk) ? osDisk : {}, {
      sizeInGB: 30,
      setId: textAt(target, 'encryption', 'osDiskImage', 'diskEncryptionSetId'),
    }),
    dataDisks: new Map(
      objectsAt(version.properties, 'storageProfile', 'dataDiskImages').map((disk) => [
        numberAt(disk, 'lun') ?? 0,
        diskOf(disk, { sizeInGB: 4, setId: setOfLun(target, numberAt(disk, 'lun')) }),
      ]),
    ),
  }
}

/**
 * https://learn.microsoft.com/azure/virtual-machines/create-vm-generalized-managed. Throws 404 unless it is in the
 * region.
 */
function ofManagedImage(request: ArmRequest, id: string, location: string): MachineImage {
  const image = request.tenant.store.get(id)
  if (image === undefined || !sameRegion(image.location, location)) throw referenceNotFound(id)
  const diskOf = (disk: JsonObject, sizeInGB: number): ImageDisk => ({
    sizeInGB: numberAt(disk, 'diskSizeGB') ?? sizeInGB,
    diskEncryptionSetId: textAt(disk, 'diskEncryptionSet', 'id'),
    creationData: fromImage({ imageReference: { id: image.id } }),
  })
  const osDisk = valueAt(image.properties, 'storageProfile', 'osDisk')
  return {
    id: image.id,
    osType: textAt(osDisk, 'osType') ?? 'Linux',
    osState: textAt(osDisk, 'osState') ?? 'Generalized',
    hyperVGeneration: textAt(image.properties, 'hyperVGeneration') ?? 'V1',
    exactVersion: undefined,
    capabilities: capabilitiesOf(request.tenant, image),
    securityType: 'Standard',
    plan: { needed: planOf(request.tenant, image), stated: undefined, isOfGallery: false },
    osDisk: diskOf(isJsonObject(osDisk) ? osDisk : {}, 30),
    dataDisks: new Map(
      objectsAt(image.properties, 'storageProfile', 'dataDisks').map((disk) => [
        numberAt(disk, 'lun') ?? 0,
        diskOf(disk, 4),
      ]),
    ),
  }
}

function setOfLun(target: JsonObject, lun: number | undefined): string | undefined {
  return textAt(
    objectsAt(target, 'encryption', 'dataDiskImages').find((disk) => disk['lun'] === lun),
    'diskEncryptionSetId',
  )
}

function isThere({ replication }: StoredResource, region: string, now: number): boolean {
  const state = replication?.[region]
  return replication === undefined || (state !== undefined && state.failure === undefined && now >= state.endsAt)
}

// The highest number, not the newest. The region is by its short name.
function latestOf(versions: readonly StoredResource[], region: string, now: number): StoredResource | undefined {
  return versions
    .filter(
      (version) =>
        isThere(version, region, now) &&
        provisioningState(version, now) !== 'Failed' &&
        valueAt(version.properties, 'publishingProfile', 'excludeFromLatest') !== true &&
        !regionsOf(version).some(({ name, isExcluded }) => isExcluded && name === region),
    )
    .toSorted((one, other) => other.name.localeCompare(one.name, 'en', { numeric: true }))[0]
}

function regionsOf({ properties }: StoredResource): { name: string; isExcluded: boolean }[] {
  return objectsAt(properties, 'publishingProfile', 'targetRegions').map((target) => ({
    name: regionName(textAt(target, 'name') ?? ''),
    isExcluded: target['excludeFromLatest'] === true,
  }))
}

/** What the latest of each region is among the versions of a definition: its number, by the region's short name. */
export function latestByRegion(versions: readonly StoredResource[], now: number): Record<string, string> {
  const regions = new Set(versions.flatMap((version) => regionsOf(version).map(({ name }) => name)))
  return Object.fromEntries(
    [...regions].flatMap((region) => {
      const latest = latestOf(
        versions.filter((version) => regionsOf(version).some(({ name }) => name === region)),
        region,
        now,
      )
      return latest === undefined ? [] : [[region, latest.name]]
    }),
  )
}

/** Keeps what the latest was before the first change to any version of its definition. */
export function noteLatest({ store, clock, firstLatest }: Tenant, { before, after }: StoreWrite): void {
  const written = after ?? before
  if (written?.type !== versionType) return
  const definition = written.id.toLowerCase().split('/').slice(0, -2).join('/')
  if (firstLatest.has(definition)) return
  const others = store.list(definition, versionType).filter(({ id }) => id !== written.id)
  firstLatest.set(definition, latestByRegion(before ? [...others, before] : others, clock.now()))
}

const galleryType = 'Microsoft.Compute/galleries'
const shared =
  /^\/(?:community|shared)Galleries\/(?<gallery>[^/]+)\/images\/(?<image>[^/]+)(?:\/versions\/(?<version>[^/]+))?$/i

/**
 * The id of an image that a reference names by its shared gallery, as `/CommunityGalleries/PUBLIC_NAME/Images/NAME` or
 * `/SharedGalleries/UNIQUE_NAME/Images/NAME`, with or without `/Versions/VERSION`; undefined if it names none, the
 * reference's own text if nobody has that gallery.
 * https://learn.microsoft.com/azure/virtual-machines/vm-generalized-image-version
 */
function sharedImageId({ tenant }: ArmRequest, reference: JsonObject): string | undefined {
  const community = textAt(reference, 'communityGalleryImageId')
  const named = community ?? textAt(reference, 'sharedGalleryImageId')
  const { gallery = '', image, version = 'latest' } = shared.exec(named ?? '')?.groups ?? {}
  const found = tenant.store.list('', galleryType).find(({ properties }) => {
    const publicNames = valueAt(properties, 'sharingProfile', 'communityGalleryInfo', 'publicNames')
    const names = community === undefined ? [valueAt(properties, 'identifier', 'uniqueName')] : publicNames
    return Array.isArray(names) && names.some((name) => textAt(name)?.toLowerCase() === gallery.toLowerCase())
  })
  if (found === undefined) return named
  const definitionId = `${found.id}/images/${image}`
  return version.toLowerCase() === 'latest' ? definitionId : `${definitionId}/versions/${version}`
}
