import { regionName, sameRegion } from '@portal/arm'
import { fromArm } from '../from-arm.ts'
import { endOfLifeInstant, toArm } from '../to-arm.ts'
import type { ImageVersionPlan } from '../plan.ts'
import type { ArmTargetRegion } from '../to-arm.ts'
import type { StoredVersion, StoredVersionRegion } from './stored-version.ts'
import type { ChangedRegion, VersionChange } from './version-change.ts'

/** The body of a PUT: what a GET answered, with all that the portal does not know, without what only Azure writes. */
export type VersionBody = Pick<StoredVersion, 'location' | 'tags' | 'properties'> & Record<string, unknown>

/**
 * The body of the PUT that makes `change` to the version that ARM answered. All that the change does not name goes back
 * as it came: the encryption of every region that stays, and fields that the portal does not know. A PUT that leaves
 * encryption out may lose it, and the SDK's model drops what it does not know, so ARM's own JSON is the base.
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#updating-resources
 */
export function updatedVersion(stored: StoredVersion, change: VersionChange): VersionBody {
  const body = writableBody(stored)
  const { publishingProfile, safetyProfile } = body.properties
  const { endOfLifeDate: storedDate, ...publishing } = publishingProfile
  const endOfLifeDate = change.endOfLifeDate === null ? storedDate : instantOf(change.endOfLifeDate)
  const { replicaCount, excludeFromLatest, allowDeletionOfReplicatedLocations, blockDeletionBeforeEndOfLife } = change
  const safety = {
    ...(allowDeletionOfReplicatedLocations !== null && { allowDeletionOfReplicatedLocations }),
    ...(blockDeletionBeforeEndOfLife !== null && { blockDeletionBeforeEndOfLife }),
  }
  return {
    ...body,
    properties: {
      ...body.properties,
      publishingProfile: {
        ...publishing,
        ...(replicaCount !== null && { replicaCount }),
        ...(excludeFromLatest !== null && { excludeFromLatest }),
        ...(endOfLifeDate !== undefined && { endOfLifeDate }),
        targetRegions: [
          ...remainingRegions(publishing.targetRegions, change),
          ...addedTargetRegions(stored, change.addedRegions),
        ],
      },
      ...((safetyProfile !== undefined || Object.keys(safety).length > 0) && {
        safetyProfile: { ...safetyProfile, ...safety },
      }),
    },
  }
}

/**
 * The regions to add as ARM's JSON. The sets that are chosen are sent, whatever the rest of the version has: to leave one
 * out would store a platform key where a customer's was asked for.
 */
export function addedTargetRegions(
  stored: StoredVersion,
  addedRegions: ImageVersionPlan['targetRegions'],
): ArmTargetRegion[] {
  const plan: ImageVersionPlan = {
    ...fromArm(stored),
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    targetRegions: addedRegions,
  }
  return toArm(plan).properties.publishingProfile.targetRegions
}

/** What of a version a PUT may say: Azure alone writes the rest. */
export function writableBody(stored: VersionBody): VersionBody {
  const { id: _id, name: _name, type: _type, systemData: _systemData, etag: _etag, properties, ...top } = stored
  const {
    provisioningState: _state,
    replicationStatus: _status,
    validationsProfile: _validations,
    ...rest
  } = properties
  const { publishedDate: _date, ...publishingProfile } = properties.publishingProfile
  const { storageProfile, safetyProfile } = rest
  return {
    ...top,
    properties: {
      ...rest,
      publishingProfile,
      ...(storageProfile && { storageProfile: writableStorageProfile(storageProfile) }),
      ...(safetyProfile && { safetyProfile: writableSafetyProfile(safetyProfile) }),
    },
  }
}

type StorageProfile = NonNullable<StoredVersion['properties']['storageProfile']>

function writableStorageProfile(profile: StorageProfile): StorageProfile {
  const { osDiskImage, dataDiskImages } = profile
  return {
    ...profile,
    ...(osDiskImage && { osDiskImage: withoutSize(osDiskImage) }),
    ...(dataDiskImages && { dataDiskImages: dataDiskImages.map((disk) => ({ ...withoutSize(disk), lun: disk.lun })) }),
  }
}

function withoutSize({ sizeInGB: _, ...disk }: NonNullable<StorageProfile['osDiskImage']>) {
  return disk
}

type SafetyProfile = NonNullable<StoredVersion['properties']['safetyProfile']>

function writableSafetyProfile(profile: SafetyProfile): SafetyProfile {
  const { reportedForPolicyViolation: _reported, policyViolations: _violations, ...writable } = profile
  return writable
}

function remainingRegions(stored: readonly StoredVersionRegion[], change: VersionChange): StoredVersionRegion[] {
  const removed = new Set(change.removedRegions.map(regionName))
  return stored
    .filter(({ name }) => !removed.has(regionName(name)))
    .map((region) =>
      changedRegion(
        region,
        change.changedRegions.find(({ name }) => sameRegion(name, region.name)),
      ),
    )
}

function changedRegion(region: StoredVersionRegion, change: ChangedRegion | undefined): StoredVersionRegion {
  if (change === undefined) return region
  const { regionalReplicaCount, excludeFromLatest } = change
  return {
    ...region,
    ...(regionalReplicaCount !== null && { regionalReplicaCount }),
    ...(excludeFromLatest !== null && { excludeFromLatest }),
  }
}

function instantOf(date: string): string | undefined {
  return date === '' ? undefined : endOfLifeInstant(date)
}
