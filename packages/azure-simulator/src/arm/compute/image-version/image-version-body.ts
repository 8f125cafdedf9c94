import { regionName } from '@portal/arm'
import { isJsonObject, numberAt, objectsAt, textAt, type Json, type JsonObject } from '../../../json.ts'
import { displayNameOf } from '../../../regions.ts'
import { provisioningState, type StoredResource } from '../../../store/store.ts'
import { operationTime } from '../../operations.ts'
import type { ArmRequest } from '../../request.ts'
import { hasConfidentialDataDisk, publishingProfileIn } from './confidential-data-disks.ts'
import { defaultStorageOf, defaultTypeIn, knowsStorageStrategy, storageAccountTypeOf } from './default-storage.ts'
import { storedExtendedLocations, storedReplicaSets } from './extended-locations.ts'
import type { SentDiskImage, SentImageVersion } from './image-version-request.ts'
import type { ImageVersionSource } from './image-version-source.ts'
import { replicationStatusAt } from './replication.ts'
import { storedEncryption } from './sent-encryption.ts'

// How Azure returns what it stored: defaults filled in, regions by display name, keys in its own order.

/**
 * The publishing profile as stored. `stored` is the version's own before an update: its date and regions' encryption
 * are kept.
 */
export function publishingProfile(
  sent: SentImageVersion,
  context: {
    now: number
    location: string
    apiVersion: string
    stored: JsonObject | undefined
    losesEncryptionLeftOut: boolean
  },
): JsonObject {
  const { now, location, apiVersion, stored, losesEncryptionLeftOut } = context
  const storedRegions = objectsAt(stored, 'targetRegions')
  const replicaCount = sent.replicaCount ?? numberAt(stored, 'replicaCount') ?? 1
  const storage = defaultStorageOf(sent, { apiVersion, stored })
  const regions = sent.targetRegions ?? (stored ? undefined : [{ name: location }])
  const targetRegions: Json[] =
    regions?.map((region): JsonObject => {
      const before = storedRegions.find(
        ({ name }) => typeof name === 'string' && regionName(name) === regionName(region.name),
      )
      // Encryption is set once, when the region is added; an update that omits it does not remove it.
      const kept = losesEncryptionLeftOut ? undefined : before?.['encryption']
      const encryption = region.encryption ? storedEncryption(region.encryption) : kept
      return {
        name: displayNameOf(region.name),
        regionalReplicaCount: region.regionalReplicaCount ?? replicaCount,
        storageAccountType:
          (region.storageAccountType && storageAccountTypeOf(region.storageAccountType)) ??
          before?.['storageAccountType'] ??
          defaultTypeIn(region.name, storage),
        ...(encryption !== undefined && { encryption }),
        ...(region.excludeFromLatest !== undefined && { excludeFromLatest: region.excludeFromLatest }),
        additionalReplicaSets: region.additionalReplicaSets
          ? storedReplicaSets(region.additionalReplicaSets)
          : losesEncryptionLeftOut
            ? undefined
            : before?.['additionalReplicaSets'],
      }
    }) ?? storedRegions
  const storedLocations = losesEncryptionLeftOut ? undefined : stored?.['targetExtendedLocations']
  const targetExtendedLocations = sent.targetExtendedLocations
    ? storedExtendedLocations(sent.targetExtendedLocations, { stored, replicaCount, losesEncryptionLeftOut })
    : storedLocations
  const endOfLifeDate =
    sent.endOfLifeDate === undefined
      ? // A PUT with regions replaces the whole profile: an omitted date is removed.
        sent.targetRegions === undefined && stored?.['endOfLifeDate']
      : new Date(sent.endOfLifeDate).toISOString().replace(/\.?0*Z$/, '+00:00')
  const replicationMode = sent.replicationMode ?? stored?.['replicationMode']
  return {
    targetRegions,
    ...(targetExtendedLocations !== undefined && { targetExtendedLocations }),
    replicaCount,
    excludeFromLatest: sent.excludeFromLatest ?? stored?.['excludeFromLatest'] ?? false,
    publishedDate: stored?.['publishedDate'] ?? operationTime(now),
    ...(endOfLifeDate && { endOfLifeDate }),
    ...storage,
    ...(replicationMode !== undefined && { replicationMode }),
  }
}

/** The storage profile until Azure has read the source: what was sent, and the host caching. */
export function storageProfileWhileCreating(sent: SentImageVersion): JsonObject {
  return {
    ...(sent.source && { source: { ...sent.source } }),
    ...(sent.osDiskImage && { osDiskImage: diskImage(sent.osDiskImage, { hostCaching: 'ReadWrite' }) }),
    ...(sent.dataDiskImages && {
      dataDiskImages: sent.dataDiskImages.map((disk) => ({
        lun: disk.lun,
        ...diskImage(disk, { hostCaching: 'ReadOnly' }),
      })),
    }),
  }
}

/** The storage profile once Azure has read the source: with every disk and its size. */
export function storageProfileOnceCreated(sent: SentImageVersion, source: ImageVersionSource): JsonObject {
  const sizes = new Map(source.dataDisks.map((disk) => [disk.lun, disk.sizeInGB]))
  if (sent.source) {
    const osDiskImage = { sizeInGB: source.osDisk.sizeInGB, hostCaching: 'ReadWrite', source: {} }
    const dataDiskImages = source.dataDisks.map(({ lun, sizeInGB }) => ({ lun, sizeInGB, hostCaching: 'None' }))
    return { source: { ...sent.source }, osDiskImage, ...(dataDiskImages.length > 0 && { dataDiskImages }) }
  }
  return {
    ...(sent.osDiskImage && {
      osDiskImage: diskImage(sent.osDiskImage, { hostCaching: 'ReadWrite', sizeInGB: source.osDisk.sizeInGB }),
    }),
    ...(sent.dataDiskImages && {
      dataDiskImages: sent.dataDiskImages.map((disk) => ({
        lun: disk.lun,
        ...diskImage(disk, { hostCaching: 'ReadOnly', sizeInGB: sizes.get(disk.lun) }),
      })),
    }),
  }
}

function diskImage(sent: SentDiskImage, known: { hostCaching: string; sizeInGB?: number | undefined }): JsonObject {
  const { sizeInGB, hostCaching } = known
  return {
    ...(sizeInGB !== undefined && { sizeInGB }),
    hostCaching: sent.hostCaching ?? hostCaching,
    ...(sent.source && { source: { ...sent.source } }),
  }
}

/** `safetyProfile` as stored: there even if nothing was sent. */
export function safetyProfile(sent: SentImageVersion, stored: Json | undefined): JsonObject {
  const before = isJsonObject(stored) ? stored : {}
  const block = sent.blockDeletionBeforeEndOfLife ?? before['blockDeletionBeforeEndOfLife']
  return {
    reportedForPolicyViolation: false,
    allowDeletionOfReplicatedLocations:
      sent.allowDeletionOfReplicatedLocations ?? before['allowDeletionOfReplicatedLocations'] ?? false,
    ...(block !== undefined && { blockDeletionBeforeEndOfLife: block }),
  }
}

/** An image version as a GET returns it; its replication only on request. */
export function presentImageVersion(version: StoredResource, request: ArmRequest): JsonObject {
  const now = request.clock.now()
  const { name, id, type, location, tags, properties } = version
  const state = provisioningState(version, now)
  const isUnread = version.change?.state === 'Creating' && state !== 'Succeeded'
  // Older API versions do not have it.
  const knowsSafety = request.apiVersion >= '2022-03-03'
  return {
    name,
    id,
    type,
    location,
    ...(tags && { tags }),
    properties: {
      publishingProfile: publishingOf(version, request),
      storageProfile: isUnread
        ? (version.storageProfileWhileCreating ?? properties['storageProfile'])
        : properties['storageProfile'],
      ...(knowsSafety && { safetyProfile: properties['safetyProfile'] }),
      provisioningState: state,
      ...(expandsReplication(request) && {
        replicationStatus: replicationStatusAt(now, regionsOf(properties), version.replication ?? {}),
      }),
    },
  }
}

function expandsReplication({ query: { $expand: asked } }: ArmRequest): boolean {
  return (
    asked
      ?.toLowerCase()
      .split(',')
      .some((part) => part.trim() === 'replicationstatus') ?? false
  )
}

// Most profiles have nothing to leave out, and a query presents a hundred thousand versions: found out once for each.
const plainProfiles = new WeakSet<JsonObject>()

/** Whether a publishing profile has nothing that an older API version leaves out. */
function isPlain(profile: JsonObject): boolean {
  if (plainProfiles.has(profile)) return true
  const isMore = (region: JsonObject) => 'additionalReplicaSets' in region || hasConfidentialDataDisk(region)
  if ('storageAccountStrategy' in profile || objectsAt(profile, 'targetRegions').some(isMore)) return false
  plainProfiles.add(profile)
  return true
}

// Strategy and replica sets exist since 2025: clients of an older API version see neither, and remove neither.
function withoutStrategyAndSets({ storageAccountStrategy: _, ...profile }: JsonObject): JsonObject {
  const plain = ({ additionalReplicaSets: _sets, ...region }: JsonObject) => region
  return { ...profile, targetRegions: objectsAt(profile, 'targetRegions').map(plain) }
}

/** The publishing profile as far as the request's API version has it. */
function publishingOf({ properties }: StoredResource, request: ArmRequest): JsonObject {
  const { publishingProfile } = properties
  if (!isJsonObject(publishingProfile)) return {}
  if (isPlain(publishingProfile)) return publishingProfile
  const profile = publishingProfileIn(request, publishingProfile)
  return knowsStorageStrategy(request.apiVersion) ? profile : withoutStrategyAndSets(profile)
}

function regionsOf(properties: JsonObject): string[] {
  return objectsAt(properties, 'publishingProfile', 'targetRegions').map((region) => textAt(region, 'name') ?? '')
}
