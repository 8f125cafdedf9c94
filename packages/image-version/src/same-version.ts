import { regionName } from '@portal/arm'
import { storageAccountIdOf, type ArmImageVersion, type ArmStoredTargetRegion } from './arm-image-version.ts'
import type { ImageVersionPlan } from './plan.ts'
import { defaultStorageOf } from './storage/default-storage.ts'
import { toArm } from './to-arm.ts'

/** One fact that differs between the plan and Azure; '' if a side has none. */
export interface VersionDifference {
  /** in Azure's words: `publishingProfile.targetRegions.westus.regionalReplicaCount` */
  field: string
  asked: string
  stored: string
}

/**
 * How Azure's version differs from the one that the plan would create; empty if it is the same. Azure's defaults,
 * display names of regions, the case of IDs and additional tags (policies add them) make no difference. To be used
 * after a lost response: whose version is it?
 */
export function differences(plan: ImageVersionPlan, stored: ArmImageVersion): VersionDifference[] {
  const askedFacts = factsOf(toArm(plan))
  const storedFacts = factsOf(stored)
  const fields = new Set([...askedFacts.keys(), ...storedFacts.keys()])
  return [...fields].flatMap((field) => {
    const one = askedFacts.get(field) ?? ''
    const other = storedFacts.get(field) ?? ''
    if (isSame(field, one, other)) return []
    if (one === '' && isAddedByAzure(field)) return []
    if (isOfMissingRegion(field, askedFacts) || isOfMissingRegion(field, storedFacts)) return []
    return [{ field, asked: one, stored: other }]
  })
}

const targetRegions = 'publishingProfile.targetRegions'
const tags = 'tags.'
const defaultStorageField = 'publishingProfile.storageAccountType'

type Facts = Map<string, string>

/** A body flattened to one line a fact, Azure's defaults filled in. */
function factsOf({ location, tags: tagsOf, properties }: ArmImageVersion): Facts {
  const { publishingProfile, storageProfile, safetyProfile } = properties ?? {}
  const replicaCount = publishingProfile?.replicaCount ?? 1
  const storage = defaultStorageOf(publishingProfile) ?? publishingProfile?.storageAccountType ?? ''
  const regions = publishingProfile?.targetRegions ?? []
  const facts: Facts = new Map([
    ['location', regionName(location)],
    ['publishingProfile.replicaCount', String(replicaCount)],
    [defaultStorageField, storage],
    ['publishingProfile.excludeFromLatest', String(publishingProfile?.excludeFromLatest ?? false)],
    ['publishingProfile.endOfLifeDate', instant(publishingProfile?.endOfLifeDate)],
    ['publishingProfile.replicationMode', publishingProfile?.replicationMode ?? 'Full'],
    [
      targetRegions,
      regions
        .map(({ name }) => regionName(name))
        .toSorted()
        .join(', '),
    ],
    [
      'safetyProfile.allowDeletionOfReplicatedLocations',
      String(safetyProfile?.allowDeletionOfReplicatedLocations ?? false),
    ],
    ['safetyProfile.blockDeletionBeforeEndOfLife', String(safetyProfile?.blockDeletionBeforeEndOfLife ?? false)],
    ...regions.flatMap((region) => regionFacts(region, { replicaCount, storage })),
    ...sourceFacts(storageProfile),
    ...Object.entries(tagsOf ?? {}).map(([name, value]): [string, string] => [`${tags}${name}`, value]),
  ])
  return facts
}

function regionFacts(
  region: ArmStoredTargetRegion,
  defaults: { replicaCount: number; storage: string },
): [string, string][] {
  const { osDiskImage, dataDiskImages = [] } = region.encryption ?? {}
  const field = (name: string) => `${targetRegions}.${regionName(region.name)}.${name}`
  return [
    [field('regionalReplicaCount'), String(region.regionalReplicaCount ?? defaults.replicaCount)],
    [field('storageAccountType'), region.storageAccountType ?? defaults.storage],
    [field('excludeFromLatest'), String(region.excludeFromLatest ?? false)],
    [field('encryption.osDiskImage.diskEncryptionSetId'), osDiskImage?.diskEncryptionSetId ?? ''],
    [
      field('encryption.confidentialVMEncryptionType'),
      osDiskImage?.securityProfile?.confidentialVMEncryptionType ?? '',
    ],
    [field('encryption.secureVMDiskEncryptionSetId'), osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId ?? ''],
    ...dataDiskImages.flatMap(({ lun, diskEncryptionSetId = '', securityProfile }): [string, string][] => {
      const ofDisk = `encryption.dataDiskImages.${lun}`
      return [
        [field(`${ofDisk}.diskEncryptionSetId`), diskEncryptionSetId],
        [field(`${ofDisk}.confidentialVMEncryptionType`), securityProfile?.confidentialVMEncryptionType ?? ''],
        [field(`${ofDisk}.secureVMDiskEncryptionSetId`), securityProfile?.secureVMDiskEncryptionSetId ?? ''],
      ]
    }),
  ]
}

function sourceFacts(
  storageProfile: NonNullable<ArmImageVersion['properties']>['storageProfile'] = {},
): [string, string][] {
  const { source, osDiskImage, dataDiskImages = [] } = storageProfile
  const disks = [{ disk: 'osDiskImage', source: osDiskImage?.source }].concat(
    dataDiskImages.map(({ lun, source: ofDisk }) => ({ disk: `dataDiskImages.${lun}`, source: ofDisk })),
  )
  return [
    ['storageProfile.source.id', source?.id ?? ''],
    ['storageProfile.source.virtualMachineId', source?.virtualMachineId ?? ''],
    ...disks.flatMap(({ disk, source: { id, uri, storageAccountId } = {} }): [string, string][] => {
      const field = `storageProfile.${disk}.source`
      if (uri === undefined) return [[`${field}.id`, id ?? '']]
      return [
        [`${field}.uri`, uri],
        [`${field}.storageAccountId`, storageAccountIdOf({ id, storageAccountId })],
      ]
    }),
  ]
}

/** ARM's ids and enumerations have no case; tags and the names of blobs have. */
function isSame(field: string, one: string, other: string): boolean {
  if (field.startsWith(tags) || field.endsWith('.uri')) return one === other
  return one.toLowerCase() === other.toLowerCase() || isResolvedStrategy(field, one, other)
}

// Azure chooses the type of a region that was left to the strategy; older API versions return no strategy.
function isResolvedStrategy(field: string, asked: string, stored: string): boolean {
  if (asked !== 'PreferStandard_ZRS' || !field.endsWith('torageAccountType')) return false
  return field === defaultStorageField ? stored === '' : ['Standard_ZRS', 'Standard_LRS'].includes(stored)
}

function isAddedByAzure(field: string): boolean {
  return field.startsWith(tags)
}

/** A region that one side lacks is one difference, not one for each of its fields. */
function isOfMissingRegion(field: string, facts: Facts): boolean {
  if (!field.startsWith(`${targetRegions}.`)) return false
  const region = field.slice(targetRegions.length + 1).split('.')[0] ?? ''
  return !(facts.get(targetRegions) ?? '').split(', ').includes(region)
}

function instant(date: string | undefined): string {
  if (date === undefined || date === '') return ''
  const time = new Date(date)
  return Number.isNaN(time.getTime()) ? date : time.toISOString()
}
