import type { JsonObject } from '../../../json.ts'
import { bodyReader, type BodyReader } from '../../body-reader.ts'
import {
  readExtendedLocation,
  readReplicaSet,
  type SentExtendedLocation,
  type SentReplicaSet,
} from './extended-locations.ts'
import { readEncryption, type SentEncryption } from './sent-encryption.ts'

// The content of an image version's PUT:
// https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update Undefined: omitted.

export interface SentTargetRegion {
  /** as sent: `westus` or `West US` */
  name: string
  regionalReplicaCount?: number | undefined
  storageAccountType?: string | undefined
  excludeFromLatest?: boolean | undefined
  encryption?: SentEncryption | undefined
  additionalReplicaSets?: SentReplicaSet[] | undefined
}

export interface SentDiskImage {
  hostCaching?: string | undefined
  source?: { id?: string | undefined; uri?: string | undefined; storageAccountId?: string | undefined } | undefined
}

interface SentSource {
  id?: string | undefined
  virtualMachineId?: string | undefined
  communityGalleryImageId?: string | undefined
}

export interface SentImageVersion {
  targetRegions: SentTargetRegion[] | undefined
  targetExtendedLocations: SentExtendedLocation[] | undefined
  replicaCount: number | undefined
  storageAccountType: string | undefined
  storageAccountStrategy: string | undefined
  excludeFromLatest: boolean | undefined
  endOfLifeDate: string | undefined
  replicationMode: string | undefined
  source: SentSource | undefined
  osDiskImage: SentDiskImage | undefined
  dataDiskImages: (SentDiskImage & { lun: number })[] | undefined
  allowDeletionOfReplicatedLocations: boolean | undefined
  blockDeletionBeforeEndOfLife: boolean | undefined
}

/** The `properties` of the PUT, parsed. Throws 400 InvalidRequestContent if a value has the wrong type. */
export function readImageVersion(properties: JsonObject): SentImageVersion {
  const root = bodyReader(properties, 'properties')
  const publishing = root.object('publishingProfile')
  const storage = root.object('storageProfile')
  const source = storage?.object('source')
  const osDisk = storage?.object('osDiskImage')
  const safety = root.object('safetyProfile')
  return {
    targetRegions: publishing?.objects('targetRegions')?.map(readTargetRegion),
    targetExtendedLocations: publishing?.objects('targetExtendedLocations')?.map(readExtendedLocation),
    replicaCount: publishing?.integer('replicaCount'),
    storageAccountType: publishing?.text('storageAccountType'),
    storageAccountStrategy: publishing?.text('storageAccountStrategy'),
    excludeFromLatest: publishing?.boolean('excludeFromLatest'),
    endOfLifeDate: publishing?.text('endOfLifeDate'),
    replicationMode: publishing?.text('replicationMode'),
    source: source && {
      id: source.text('id'),
      virtualMachineId: source.text('virtualMachineId'),
      communityGalleryImageId: source.text('communityGalleryImageId'),
    },
    osDiskImage: osDisk && readDiskImage(osDisk),
    dataDiskImages: storage
      ?.objects('dataDiskImages')
      ?.map((disk) => ({ lun: disk.integer('lun') ?? 0, ...readDiskImage(disk) })),
    allowDeletionOfReplicatedLocations: safety?.boolean('allowDeletionOfReplicatedLocations'),
    blockDeletionBeforeEndOfLife: safety?.boolean('blockDeletionBeforeEndOfLife'),
  }
}

/** The one id of a source that is a single resource: an image, a machine, another version. */
export function singleSourceId(sent: SentImageVersion): string | undefined {
  return sent.source?.id ?? sent.source?.virtualMachineId ?? sent.source?.communityGalleryImageId
}

function readTargetRegion(region: BodyReader): SentTargetRegion {
  const encryption = region.object('encryption')
  return {
    name: region.text('name') ?? '',
    regionalReplicaCount: region.integer('regionalReplicaCount'),
    storageAccountType: region.text('storageAccountType'),
    excludeFromLatest: region.boolean('excludeFromLatest'),
    encryption: encryption && readEncryption(encryption),
    additionalReplicaSets: region.objects('additionalReplicaSets')?.map(readReplicaSet),
  }
}

function readDiskImage(disk: BodyReader): SentDiskImage {
  const source = disk.object('source')
  return {
    hostCaching: disk.text('hostCaching'),
    source: source && {
      id: source.text('id'),
      uri: source.text('uri'),
      storageAccountId: source.text('storageAccountId'),
    },
  }
}
