import { regionName } from '@portal/arm'
import type { StoredVersion, StoredVersionRegion } from '@portal/image-version'
import { stepOf, type VersionStep } from './rollout/version-step.ts'
import type { VersionChange } from './version-change.ts'

/** The body of a PUT: the response of a GET, including unknown fields, without what only Azure writes. */
export type VersionBody = Pick<StoredVersion, 'location' | 'tags' | 'properties'> & Record<string, unknown>

/**
 * The body of the PUT that applies `change` to the version that ARM returned. Everything that the change does not name
 * goes back unchanged: the encryption of every remaining region, and fields that the portal does not know. A PUT
 * without encryption might lose it, and the SDK's model drops unknown fields, so ARM's own JSON is the base.
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#updating-resources
 */
export function updatedVersion(stored: StoredVersion, change: VersionChange): VersionBody {
  const step = stepOf(stored, change)
  const body = writableBody(stored)
  const { safetyProfile } = body.properties
  const { endOfLifeDate: storedDate, ...publishingProfile } = body.properties.publishingProfile
  const { endOfLifeDate = storedDate ?? null, ...said } = step.publishingProfile
  return {
    ...body,
    properties: {
      ...body.properties,
      publishingProfile: {
        ...publishingProfile,
        ...said,
        ...(endOfLifeDate !== null && { endOfLifeDate }),
        targetRegions: [...remainingRegions(publishingProfile.targetRegions, step), ...step.added],
      },
      ...((safetyProfile !== undefined || Object.keys(step.safetyProfile).length > 0) && {
        safetyProfile: { ...safetyProfile, ...step.safetyProfile },
      }),
    },
  }
}

/** The parts of a version that a PUT can contain: Azure alone writes the rest. */
export function writableBody(stored: VersionBody): VersionBody {
  const { id: _id, name: _name, type: _resourceType, systemData: _systemData, etag: _etag, properties, ...top } = stored
  const {
    provisioningState: _state,
    replicationStatus: _status,
    validationsProfile: _validations,
    ...rest
  } = properties
  const { publishedDate: _date, ...publishingProfile } = properties.publishingProfile
  const { storageAccountType: _type, ...withoutType } = publishingProfile
  const { storageProfile, safetyProfile } = rest
  return {
    ...top,
    properties: {
      ...rest,
      // Azure refuses the two together, and documents that it answers one.
      publishingProfile: publishingProfile.storageAccountStrategy === undefined ? publishingProfile : withoutType,
      storageProfile: writableStorageProfile(storageProfile),
      ...(safetyProfile && { safetyProfile: writableSafetyProfile(safetyProfile) }),
    },
  }
}

type StorageProfile = StoredVersion['properties']['storageProfile']

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

function remainingRegions(stored: readonly StoredVersionRegion[], { removed, changed }: VersionStep) {
  return stored
    .filter(({ name }) => !removed.includes(regionName(name)))
    .map((region) => ({ ...region, ...changed[regionName(region.name)] }))
}
