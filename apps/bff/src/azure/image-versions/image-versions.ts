import { regionName, sameRegion, tryParseResourceId, type ResourceId } from '@portal/arm'
import { keyUrlParts } from '@portal/disk-encryption'
import { compareVersionNames } from '@portal/gallery'
import {
  apiVersionToCreate,
  confidentialSetOf,
  confidentialVMEncryptionType,
  defaultStorageOf,
  fromArm,
  type ImageSource,
  type ImageVersionPlan,
  revocationOf,
  toArm,
} from '@portal/image-version'
import type { ImageVersion, ImageVersionSummary, StoredTargetRegion } from '@portal/portal-api'
import { decodeReplicationFailure, forKeyOfAnotherTenant } from '@portal/version-rules'
import * as z from 'zod/mini'
import { acceptsFields } from '../../http/schema-check.ts'
import { NoClearAnswer } from '../arm/arm-reply.ts'
import { armProvisioningState } from '../arm/arm-states.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, parsed, unlessHidden } from '../arm/sdk-answers.ts'
import { readDiskEncryptionSet } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { readImageVersion, wireOf, type ImageVersionWire } from '../galleries/image-version-wire.ts'
import { imageVersionsOf, putVersion } from '../galleries/stored-version.ts'

const summary = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  tags: z.nullish(z.record(z.string(), z.string())),
  properties: z.object({
    provisioningState: armProvisioningState,
    publishingProfile: z.object({
      publishedDate: z.nullish(z.string()),
      endOfLifeDate: z.nullish(z.string()),
      excludeFromLatest: z.nullish(z.boolean()),
      targetRegions: z.array(
        z.object({
          name: z.string(),
          encryption: z.nullish(
            z.object({
              osDiskImage: z.nullish(z.object({ diskEncryptionSetId: z.nullish(z.string()) })),
              dataDiskImages: z.nullish(
                z.array(z.object({ lun: z.number(), diskEncryptionSetId: z.nullish(z.string()) })),
              ),
            }),
          ),
        }),
      ),
    }),
    storageProfile: z.object({ dataDiskImages: z.nullish(z.array(z.object({ lun: z.number() }))) }),
  }),
})

const isSummary = acceptsFields(summary)

/** The versions of a definition, the newest first. */
export async function listImageVersions(azure: Azure, definition: ResourceId): Promise<ImageVersionSummary[]> {
  const versions = await allOf(summary, imageVersionsOf(azure, definition), isSummary)
  return versions.map(toSummary).sort((one, other) => compareVersionNames(other.name, one.name))
}

/** One version with its replication and the encryption that Azure stored. */
export async function getImageVersion(azure: Azure, id: ResourceId): Promise<ImageVersion> {
  return (await getVersionAndSource(azure, id)).version
}

/** The same, ARM's own JSON of it, and what it was created from; blank where a plan can't name that. */
export async function getVersionAndSource(
  azure: Azure,
  id: ResourceId,
): Promise<{ version: ImageVersion; json: unknown; source: ImageSource }> {
  const { wire, json, asOf } = await readImageVersion(azure, id)
  return { version: await withKeysElsewhere(azure, toImageVersion(wire, asOf)), json, source: fromArm(wire).source }
}

/**
 * Sends the one PUT that creates the plan's version, and returns as soon as Azure has accepted it. Throws `ArmRefusal`
 * if Azure refuses; with `NoClearAnswer` it is unknown whether it was done.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export async function putImageVersion(azure: Azure, id: ResourceId, plan: ImageVersionPlan): Promise<ImageVersionWire> {
  return wireOf(await putVersion(azure, id, { body: toArm(plan), apiVersion: apiVersionToCreate(plan) }))
}

function toSummary(version: z.output<typeof summary>): ImageVersionSummary {
  const { provisioningState, publishingProfile } = version.properties
  const { publishedDate, endOfLifeDate, excludeFromLatest, targetRegions } = publishingProfile
  return {
    id: version.id,
    name: version.name,
    location: regionName(version.location),
    provisioningState,
    ...(publishedDate && { publishedDate: instantOf(publishedDate) }),
    ...(endOfLifeDate && { endOfLifeDate: instantOf(endOfLifeDate) }),
    excludeFromLatest: excludeFromLatest ?? false,
    targetRegions: targetRegions.map(({ name }) => regionName(name)),
    customerKeys: customerKeysOf(version.properties),
    isRevoked: revocationOf({ id: version.id, tags: version.tags ?? {} }) !== undefined,
  }
}

// an instant in UTC as ARM writes it, on a day that every month has
const writtenByArm =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3])(?::[0-5]\d){2})(?:(\.\d{3})\d*)?(?:Z|\+00:00)$/

// In any form of ISO 8601 that ARM answers. A `Date`, made and written, costs six times the pattern.
function instantOf(date: string): string {
  const [, seconds, milliseconds = '.000'] = writtenByArm.exec(date) ?? []
  if (seconds !== undefined) return `${seconds}${milliseconds}Z`
  const instant = new Date(date)
  if (Number.isNaN(instant.getTime())) throw new NoClearAnswer('form')
  return instant.toISOString()
}

// A version that is still `Creating` might not show its data disks yet; then only its sets can be counted.
function customerKeysOf({
  publishingProfile,
  storageProfile,
}: z.output<typeof summary>['properties']): ImageVersionSummary['customerKeys'] {
  const luns = new Set<number>()
  for (const { lun } of storageProfile.dataDiskImages ?? []) luns.add(lun)
  for (const { encryption } of publishingProfile.targetRegions)
    for (const { lun } of encryption?.dataDiskImages ?? []) luns.add(lun)
  const disks = publishingProfile.targetRegions.length * (1 + luns.size)
  let encrypted = 0
  for (const { encryption } of publishingProfile.targetRegions) {
    if (encryption?.osDiskImage?.diskEncryptionSetId) encrypted += 1
    for (const { diskEncryptionSetId } of encryption?.dataDiskImages ?? []) if (diskEncryptionSetId) encrypted += 1
  }
  if (encrypted === 0) return 'none'
  return encrypted === disks ? 'all' : 'some'
}

function toImageVersion(wire: ImageVersionWire, asOf: string): ImageVersion {
  const { id, name, location, tags, properties } = wire
  const { publishingProfile, storageProfile, safetyProfile, replicationStatus } = properties
  const { publishedDate, endOfLifeDate } = publishingProfile
  const storage = defaultStorageOf(publishingProfile)
  const revocation = revocationOf(wire)
  const osSize = storageProfile.osDiskImage?.sizeInGB
  return {
    id,
    name,
    location: regionName(location),
    tags: tags ?? {},
    provisioningState: properties.provisioningState,
    ...(publishedDate !== undefined && { publishedDate }),
    ...(endOfLifeDate !== undefined && { endOfLifeDate }),
    excludeFromLatest: publishingProfile.excludeFromLatest ?? false,
    replicationMode: publishingProfile.replicationMode ?? 'Full',
    ...(storage !== undefined && { defaultStorage: storage }),
    allowDeletionOfReplicatedLocations: safetyProfile?.allowDeletionOfReplicatedLocations ?? false,
    blockDeletionBeforeEndOfLife: safetyProfile?.blockDeletionBeforeEndOfLife ?? false,
    ...(revocation !== undefined && { revocation }),
    sourceIds: sourceIdsOf(storageProfile),
    ...(storageProfile.osDiskImage !== undefined && { osDisk: osSize === undefined ? {} : { sizeInGB: osSize } }),
    dataDisks: (storageProfile.dataDiskImages ?? [])
      .map(({ lun, sizeInGB }) => ({ lun, ...(sizeInGB !== undefined && { sizeInGB }) }))
      .sort((one, other) => one.lun - other.lun),
    targetRegions: publishingProfile.targetRegions.map((region) => toStoredTargetRegion(region, wire)),
    ...(replicationStatus?.aggregatedState !== undefined && { aggregatedState: replicationStatus.aggregatedState }),
    asOf,
  }
}

type WireProperties = ImageVersionWire['properties']
type WireTargetRegion = WireProperties['publishingProfile']['targetRegions'][number]

// ARM answers a region's name for display among the targets, and short in the replication status (the examples: the
// other way).
function toStoredTargetRegion(region: WireTargetRegion, wire: ImageVersionWire): StoredTargetRegion {
  const { publishingProfile, replicationStatus } = wire.properties
  const { osDiskImage, dataDiskImages } = region.encryption ?? {}
  const security = osDiskImage?.securityProfile
  const status = replicationStatus?.summary?.find((entry) => sameRegion(entry.region, region.name))
  return {
    name: regionName(region.name),
    displayName: region.name,
    regionalReplicaCount: region.regionalReplicaCount ?? publishingProfile.replicaCount ?? 1,
    ...(region.storageAccountType !== undefined && { storageAccountType: region.storageAccountType }),
    excludeFromLatest: region.excludeFromLatest ?? false,
    ...(osDiskImage?.diskEncryptionSetId !== undefined && { osDiskImage: osDiskImage.diskEncryptionSetId }),
    dataDiskImages: (dataDiskImages ?? []).map(toStoredDataDisk),
    ...(security?.confidentialVMEncryptionType !== undefined && {
      confidentialVMEncryptionType: parsed(confidentialVMEncryptionType, security.confidentialVMEncryptionType),
    }),
    ...(security?.secureVMDiskEncryptionSetId !== undefined && {
      secureVMDiskEncryptionSetId: security.secureVMDiskEncryptionSetId,
    }),
    ...(status !== undefined && { replication: replicationOf(status, wire) }),
  }
}

type WireDataDisk = NonNullable<NonNullable<WireTargetRegion['encryption']>['dataDiskImages']>[number]

function toStoredDataDisk(image: WireDataDisk): StoredTargetRegion['dataDiskImages'][number] {
  const confidential = confidentialSetOf(image)
  const set = confidential ?? image.diskEncryptionSetId
  return {
    lun: image.lun,
    ...(set !== undefined && { diskEncryptionSetId: set }),
    ...(confidential !== undefined && { isConfidential: true }),
  }
}

type WireReplication = NonNullable<NonNullable<WireProperties['replicationStatus']>['summary']>[number]

function replicationOf(
  { region, state, progress, details }: WireReplication,
  wire: ImageVersionWire,
): NonNullable<StoredTargetRegion['replication']> {
  const replication = { state, progress: progress ?? 0, ...(details && { details }) }
  if (state !== 'Failed' || !details) return replication
  const context = { plan: fromArm(wire), diskEncryptionSets: [] }
  return { ...replication, decoded: decodeReplicationFailure({ region: regionName(region), details }, context) }
}

// Only the set says that its key is in another tenant, where access is granted in another way.
async function withKeysElsewhere(azure: Azure, version: ImageVersion): Promise<ImageVersion> {
  const targetRegions = await Promise.all(
    version.targetRegions.map(async (region) => {
      const { replication } = region
      if (replication?.decoded?.code !== 'KeyAccessForbidden') return region
      const { decoded } = replication
      const ids = new Set([region.osDiskImage, ...region.dataDiskImages.map((disk) => disk.diskEncryptionSetId)])
      const sets = await Promise.all(
        [...ids].map(async (id) => {
          const parsedId = tryParseResourceId(id ?? '')
          return parsedId && unlessHidden(readDiskEncryptionSet(azure, parsedId))
        }),
      )
      const isElsewhere = sets.some(
        (set) =>
          set?.federatedClientId && keyUrlParts(set.activeKey?.keyUrl ?? '')?.vaultName === decoded.params['vault'],
      )
      return isElsewhere
        ? { ...region, replication: { ...replication, decoded: forKeyOfAnotherTenant(decoded) } }
        : region
    }),
  )
  return { ...version, targetRegions }
}

function sourceIdsOf({ source, osDiskImage, dataDiskImages }: WireProperties['storageProfile']): string[] {
  const ofDisks = [osDiskImage, ...(dataDiskImages ?? [])].map((disk) => disk?.source?.id ?? disk?.source?.uri)
  return [source?.id, source?.virtualMachineId, ...ofDisks].filter((id) => id !== undefined)
}
