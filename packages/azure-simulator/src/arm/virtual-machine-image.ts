import { regionName, sameRegion } from '@portal/arm'
import { numberAt, objectsAt, textAt, valueAt } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { provisioningState } from '../store.ts'
import type { StoredResource } from '../store.ts'
import { isIdOf } from './collections.ts'
import { ArmRefusal } from './errors.ts'
import type { ArmRequest } from './request.ts'

/** A disk that an image brings, and the set its version says for the machine's region. */
export interface ImageDisk {
  sizeInGB: number
  diskEncryptionSetId: string | undefined
}

export interface MachineImage {
  version: StoredResource
  definition: StoredResource
  osDisk: ImageDisk
  /** by LUN */
  dataDisks: Map<number, ImageDisk>
}

const versionType = 'Microsoft.Compute/galleries/images/versions'

/**
 * The image version that `id` (a version, or a definition for its latest) stands for in a region. Throws 404
 * GalleryImageNotFound where there is none, or none that has reached the region.
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
 */
export function machineImage(request: ArmRequest, id: string, location: string): MachineImage {
  const { store } = request.tenant
  const now = request.clock.now()
  const region = regionName(location)
  const isThere = ({ replication }: StoredResource) => {
    const state = replication?.[region]
    return replication === undefined || (state !== undefined && state.failure === undefined && now >= state.endsAt)
  }
  const version = isIdOf(versionType, id) ? store.get(id) : latestOf(store.list(id, versionType).filter(isThere), now)
  const definition = version && store.get(version.id.split('/').slice(0, -2).join('/'))
  const target = objectsAt(version?.properties, 'publishingProfile', 'targetRegions').find(({ name }) =>
    sameRegion(typeof name === 'string' ? name : '', location),
  )
  if (version === undefined || definition === undefined || target === undefined || !isThere(version)) {
    const message = `The gallery image ${id} is not available in ${region} region. Please contact image owner to replicate to this region, or change your requested region.`
    throw new ArmRefusal(404, { code: 'GalleryImageNotFound', message })
  }
  return {
    version,
    definition,
    osDisk: {
      sizeInGB: numberAt(version.properties, 'storageProfile', 'osDiskImage', 'sizeInGB') ?? 30,
      diskEncryptionSetId: textAt(target, 'encryption', 'osDiskImage', 'diskEncryptionSetId'),
    },
    dataDisks: new Map(
      objectsAt(version.properties, 'storageProfile', 'dataDiskImages').map((disk) => [
        numberAt(disk, 'lun') ?? 0,
        { sizeInGB: numberAt(disk, 'sizeInGB') ?? 4, diskEncryptionSetId: setOfLun(target, numberAt(disk, 'lun')) },
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

// The highest number, not the newest.
function latestOf(versions: StoredResource[], now: number): StoredResource | undefined {
  return versions
    .filter(
      (version) =>
        provisioningState(version, now) !== 'Failed' &&
        valueAt(version.properties, 'publishingProfile', 'excludeFromLatest') !== true,
    )
    .toSorted((one, other) => other.name.localeCompare(one.name, 'en', { numeric: true }))[0]
}
