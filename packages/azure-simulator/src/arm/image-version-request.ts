import type { JsonObject } from '../json.ts'
import { bodyReader } from './body-reader.ts'
import type { BodyReader } from './body-reader.ts'

// What a PUT of an image version says: https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update

export interface SentEncryption {
  osDiskImage?: {
    diskEncryptionSetId?: string
    securityProfile?: { confidentialVMEncryptionType?: string; secureVMDiskEncryptionSetId?: string }
  }
  dataDiskImages: { lun: number; diskEncryptionSetId?: string }[]
}

export interface SentTargetRegion {
  /** as sent: `westus` or `West US` */
  name: string
  regionalReplicaCount?: number
  storageAccountType?: string
  excludeFromLatest?: boolean
  encryption?: SentEncryption
}

export interface SentDiskImage {
  hostCaching?: string
  source?: { id?: string; uri?: string; storageAccountId?: string }
}

export interface SentImageVersion {
  targetRegions?: SentTargetRegion[]
  replicaCount?: number
  storageAccountType?: string
  excludeFromLatest?: boolean
  endOfLifeDate?: string
  replicationMode?: string
  source?: { id?: string; virtualMachineId?: string; communityGalleryImageId?: string }
  osDiskImage?: SentDiskImage
  dataDiskImages?: (SentDiskImage & { lun: number })[]
  safetyProfile: { allowDeletionOfReplicatedLocations?: boolean; blockDeletionBeforeEndOfLife?: boolean }
}

/** The `properties` of the PUT, read. Throws 400 InvalidRequestContent where a value is not of its property's kind. */
export function readImageVersion(properties: JsonObject): SentImageVersion {
  const root = bodyReader(properties, 'properties')
  const publishing = root.object('publishingProfile')
  const storage = root.object('storageProfile')
  const source = storage?.object('source')
  const osDisk = storage?.object('osDiskImage')
  const safety = root.object('safetyProfile')
  return withoutBlanks({
    targetRegions: publishing?.objects('targetRegions')?.map(readTargetRegion),
    replicaCount: publishing?.integer('replicaCount'),
    storageAccountType: publishing?.text('storageAccountType'),
    excludeFromLatest: publishing?.boolean('excludeFromLatest'),
    endOfLifeDate: publishing?.text('endOfLifeDate'),
    replicationMode: publishing?.text('replicationMode'),
    source:
      source &&
      withoutBlanks({
        id: source.text('id'),
        virtualMachineId: source.text('virtualMachineId'),
        communityGalleryImageId: source.text('communityGalleryImageId'),
      }),
    osDiskImage: osDisk && readDiskImage(osDisk),
    dataDiskImages: storage
      ?.objects('dataDiskImages')
      ?.map((disk) => ({ lun: disk.integer('lun') ?? 0, ...readDiskImage(disk) })),
    safetyProfile: withoutBlanks({
      allowDeletionOfReplicatedLocations: safety?.boolean('allowDeletionOfReplicatedLocations'),
      blockDeletionBeforeEndOfLife: safety?.boolean('blockDeletionBeforeEndOfLife'),
    }),
  })
}

/** The one id of a source that is a single resource: an image, a machine, another version. */
export function singleSourceId(sent: SentImageVersion): string | undefined {
  return sent.source?.id ?? sent.source?.virtualMachineId ?? sent.source?.communityGalleryImageId
}

function readTargetRegion(region: BodyReader): SentTargetRegion {
  const encryption = region.object('encryption')
  return withoutBlanks({
    name: region.text('name') ?? '',
    regionalReplicaCount: region.integer('regionalReplicaCount'),
    storageAccountType: region.text('storageAccountType'),
    excludeFromLatest: region.boolean('excludeFromLatest'),
    encryption: encryption && readEncryption(encryption),
  })
}

function readEncryption(encryption: BodyReader): SentEncryption {
  const osDisk = encryption.object('osDiskImage')
  const security = osDisk?.object('securityProfile')
  return withoutBlanks({
    osDiskImage:
      osDisk &&
      withoutBlanks({
        diskEncryptionSetId: osDisk.text('diskEncryptionSetId'),
        securityProfile:
          security &&
          withoutBlanks({
            confidentialVMEncryptionType: security.text('confidentialVMEncryptionType'),
            secureVMDiskEncryptionSetId: security.text('secureVMDiskEncryptionSetId'),
          }),
      }),
    dataDiskImages: (encryption.objects('dataDiskImages') ?? []).map((disk) =>
      withoutBlanks({ lun: disk.integer('lun') ?? 0, diskEncryptionSetId: disk.text('diskEncryptionSetId') }),
    ),
  })
}

function readDiskImage(disk: BodyReader): SentDiskImage {
  const source = disk.object('source')
  return withoutBlanks({
    hostCaching: disk.text('hostCaching'),
    source:
      source &&
      withoutBlanks({
        id: source.text('id'),
        uri: source.text('uri'),
        storageAccountId: source.text('storageAccountId'),
      }),
  })
}

type WithoutBlanks<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

// Absent and undefined are the same to ARM, not to the types.
function withoutBlanks<T extends object>(value: T): WithoutBlanks<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as WithoutBlanks<T>
}
