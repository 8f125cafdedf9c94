import { regionName, sameRegion } from '@portal/arm'
import { type AppliedLock, locksAgainst, locksOn } from '@portal/gallery'
import {
  chosenResources,
  confidentialSetOf,
  fromArm,
  isEncryptableSource,
  type SourceResource,
  type StoredVersion,
  type StoredVersionRegion,
} from '@portal/image-version'
import type { SurveyedDefinition, SurveyedVersion } from './campaign-survey.ts'
import type { CampaignSource } from './campaign.ts'
import { earlierSuccessorOf, type EarlierSuccessor } from './earlier-successors.ts'

/** Why a version, or one way to create it again, is out of the question. */
export type CampaignObstacle =
  /** all its regions are under customer-managed keys */
  | 'AlreadyEncrypted'
  /** a campaign has created its new version already */
  | 'HasSuccessor'
  /** its definition is confidential: another kind of set, and its source region alone */
  | 'Confidential'
  /** Azure has not completed it */
  | 'NotSucceeded'
  /** Azure encrypts no versions in a gallery that is shared directly or with the community */
  | 'SharedGallery'
  /** a lock forbids to create versions in its definition */
  | 'Locked'
  /** a shallow version can't be encrypted */
  | 'Shallow'
  /** the definition can't be read */
  | 'DefinitionHidden'
  /** the source does not exist anymore, or the user can't read it */
  | 'SourceGone'
  /** Azure encrypts no versions from this kind of source */
  | 'SourceNotEncryptable'
  /** the source can have changed since */
  | 'SourceMayHaveChanged'
  /** some of its disks are under customer-managed keys */
  | 'PartlyEncrypted'
  /** no copy in its source region to create disks from */
  | 'NoCopyAtHome'

/** One way to create a version again; with an obstacle it is not possible. */
interface SourceWay {
  source: CampaignSource
  obstacle?: CampaignObstacle
}

/** Whether a version can be created again under customer-managed keys, and from what; the best way first. */
export interface CampaignCandidate {
  /** why the version can't, whatever its source */
  obstacle?: CampaignObstacle
  ways: SourceWay[]
  /** the new version that it has from an earlier campaign; an obstacle unless that one has failed */
  successor?: EarlierSuccessor
  /** the locks that will keep it from being deleted, or changed at all */
  locks: AppliedLock[]
}

/**
 * How a version can be created again. An image version itself is no source of an encrypted one, but disks created from
 * it are: https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images and
 * https://learn.microsoft.com/azure/virtual-machines/managed-disk-from-image-version. Of the original sources, only
 * those count that can't change: a machine or a disk might contain something else by now.
 */
export function campaignCandidate(
  surveyed: SurveyedVersion,
  definition: SurveyedDefinition | undefined,
): CampaignCandidate {
  const { version } = surveyed
  const successor = earlierSuccessorOf(version.id, definition?.successors ?? [])
  const locks = locksOn(version.id, definition?.locks ?? [])
  const of = { locks, ...(successor && { successor }) }
  const obstacle = obstacleOf(version, definition, successor)
  if (obstacle !== undefined) return { obstacle, ways: [], ...of }
  return { ways: [originalWay(surveyed), disksWay(version)], ...of }
}

/**
 * The way that is used unless the user chooses another one; undefined if there is none.
 */
export function bestSource({ ways }: CampaignCandidate): CampaignSource | undefined {
  return ways.find(({ obstacle }) => obstacle === undefined)?.source
}

function obstacleOf(
  version: StoredVersion,
  definition: SurveyedDefinition | undefined,
  successor: EarlierSuccessor | undefined,
): CampaignObstacle | undefined {
  const { provisioningState, publishingProfile } = version.properties
  const { targetRegions } = publishingProfile
  if (definition?.imageDefinition === undefined) return 'DefinitionHidden'
  if (definition.imageDefinition.securityType === 'ConfidentialVM') return 'Confidential'
  if (targetRegions.some(({ encryption }) => encryption?.osDiskImage?.securityProfile?.confidentialVMEncryptionType))
    return 'Confidential'
  const luns = lunsOf(version)
  if (targetRegions.length > 0 && targetRegions.every((region) => isEncrypted(region, luns))) return 'AlreadyEncrypted'
  if (successor !== undefined && !successor.isFailed) return 'HasSuccessor'
  if (provisioningState !== 'Succeeded') return 'NotSucceeded'
  if (definition.gallery !== undefined && definition.gallery.sharing !== 'Private') return 'SharedGallery'
  if (locksAgainst('change', locksOn(definition.key, definition.locks ?? [])).length > 0) return 'Locked'
  if (publishingProfile.replicationMode === 'Shallow') return 'Shallow'
  return undefined
}

/**
 * Of the resources that a version was created from, those that might contain something else by now: disks and virtual
 * machines, and a snapshot that was created after the version, in place of the one that it was created from. Azure does
 * not say when a managed image was created.
 */
export function changedSources({ version, sources }: SurveyedVersion): SourceResource[] {
  const published = Date.parse(version.properties.publishingProfile.publishedDate ?? '')
  return chosenResources(fromArm(version).source, { sources }).flatMap(({ resource }) => {
    if (resource === undefined || resource.type === 'ManagedImage') return []
    const isBefore = resource.type === 'Snapshot' && Date.parse(resource.timeCreated ?? '') <= published
    return isBefore ? [] : [resource]
  })
}

function originalWay(surveyed: SurveyedVersion): SourceWay {
  const { version, sources } = surveyed
  const plan = fromArm(version)
  const way = { source: 'OriginalSource' } as const
  if (!isEncryptableSource(plan.source.type)) return { ...way, obstacle: 'SourceNotEncryptable' }
  const chosen = chosenResources(plan.source, { sources })
  if (chosen.length === 0 || chosen.some(({ resource }) => resource === undefined))
    return { ...way, obstacle: 'SourceGone' }
  if (changedSources(surveyed).length > 0) return { ...way, obstacle: 'SourceMayHaveChanged' }
  return way
}

function disksWay(version: StoredVersion): SourceWay {
  const way = { source: 'DisksOfVersion' } as const
  const { targetRegions } = version.properties.publishingProfile
  // A disk from a version gets the version's own set, and what has had a customer-managed key keeps needing one.
  if (targetRegions.some(hasAnySet)) return { ...way, obstacle: 'PartlyEncrypted' }
  if (!targetRegions.some(({ name }) => sameRegion(name, version.location))) return { ...way, obstacle: 'NoCopyAtHome' }
  return way
}

/** The LUNs of a version's data disks, ascending. */
export function lunsOf({ properties }: StoredVersion): number[] {
  return (properties.storageProfile.dataDiskImages ?? []).map(({ lun }) => lun).toSorted((one, other) => one - other)
}

/** The short names of a version's regions, its source region first. */
export function regionsOf(version: StoredVersion): string[] {
  const home = regionName(version.location)
  const names = version.properties.publishingProfile.targetRegions.map(({ name }) => regionName(name))
  return [...names.filter((name) => name === home), ...names.filter((name) => name !== home)]
}

function isEncrypted({ encryption }: StoredVersionRegion, luns: readonly number[]): boolean {
  const ofLun = (lun: number) => encryption?.dataDiskImages?.find((image) => image.lun === lun)
  const sets = [encryption?.osDiskImage?.diskEncryptionSetId, ...luns.map((lun) => ofLun(lun)?.diskEncryptionSetId)]
  return sets.every((set) => set !== undefined && set !== '')
}

function hasAnySet({ encryption }: StoredVersionRegion): boolean {
  const ofData = (encryption?.dataDiskImages ?? []).map(
    (image) => confidentialSetOf(image) ?? image.diskEncryptionSetId,
  )
  return [encryption?.osDiskImage?.diskEncryptionSetId, ...ofData].some((set) => set !== undefined && set !== '')
}
