import { formatResourceId, parseResourceId, sameRegion, sameResourceId } from '@portal/arm'
import {
  campaignTags,
  fromArm,
  type ImageSource,
  type ImageVersionPlan,
  type Inventory,
  isCampaignTag,
  type SourceResourceOf,
  type StoredVersion,
  tagsWithoutRevocation,
  definitionIdOf,
  versionNumberOf,
} from '@portal/image-version'
import type { CampaignSurvey, SurveyedDefinition, SurveyedVersion } from './campaign-survey.ts'
import { askedRegions, type Campaign, type CampaignItem } from './campaign.ts'

/** A disk that a campaign creates from a version, to create the new version from it. */
export interface CampaignDisk {
  id: string
  name: string
  location: string
  /** of the version it is created from */
  versionId: string
  /** absent for the OS disk */
  lun?: number
  sizeInGB?: number
  /** a disk of a Trusted Launch definition says so itself */
  isTrustedLaunch: boolean
}

/** What a campaign creates for one item, and the facts by which `check` judges it. */
export interface Successor {
  item: CampaignItem
  plan: ImageVersionPlan
  disks: CampaignDisk[]
  inventory: Inventory
}

/** A campaign with its identifier and the place of its deployment. */
export interface IdentifiedCampaign {
  id: string
  /** of the deployment that states the campaign */
  resourceGroupName: string
  campaign: Campaign
}

/**
 * The new version of one item: everything as in the old version, except its number, its keys, its source and two tags.
 * It is excluded from *latest* until its encryption is proven. undefined if the survey lacks the old version.
 */
export function successorOf(of: IdentifiedCampaign, index: number, survey: CampaignSurvey): Successor | undefined {
  const item = of.campaign.items[index]
  if (item === undefined) return undefined
  const surveyed = survey.versions.find(({ version }) => sameResourceId(version.id, item.predecessorId))
  const key = definitionIdOf(item.predecessorId).toLowerCase()
  const definition = survey.definitions.find((known) => known.key === key)
  if (surveyed === undefined || definition === undefined) return undefined
  const disks = item.source === 'DisksOfVersion' ? disksOf(of.id, index, { item, surveyed, definition }) : []
  return {
    item,
    plan: planOf(of, item, { version: surveyed.version, disks, now: survey.now }),
    disks,
    inventory: inventoryOf(survey, definition, { surveyed, disks }),
  }
}

function planOf(
  { id, resourceGroupName, campaign }: IdentifiedCampaign,
  item: CampaignItem,
  { version, disks, now }: { version: StoredVersion; disks: CampaignDisk[]; now: string },
): ImageVersionPlan {
  // Whoever may tag the old version can revoke it; the new one is not.
  const before = fromArm({ ...version, tags: tagsWithoutRevocation(version.tags) })
  const rowOf = (name: string) => before.targetRegions.find((region) => sameRegion(region.name, name))
  const endOfLifeDate = before.endOfLifeDate > now ? before.endOfLifeDate : ''
  const tags: ImageVersionPlan['tags'] = [
    ...before.tags.filter(({ name }) => !isCampaignTag(name)),
    { name: campaignTags.campaign, value: `${resourceGroupName}/${id}` },
    { name: campaignTags.predecessor, value: versionNumberOf(item.predecessorId) },
  ]
  return {
    ...before,
    imageDefinitionId: definitionIdOf(item.predecessorId),
    name: item.name,
    source: item.source === 'OriginalSource' ? before.source : sourceOf(disks),
    excludeFromLatest: true,
    endOfLifeDate,
    // Without a date there is nothing to block until.
    blockDeletionBeforeEndOfLife: before.blockDeletionBeforeEndOfLife && endOfLifeDate !== '',
    encryptionType: campaign.encryptionType,
    confidentialVMEncryptionType: null,
    confidentialDataDisks: false,
    targetRegions: askedRegions(campaign, item).map((region) => ({
      ...region,
      ...facts(rowOf(region.name)),
    })),
    tags,
  }
}

function facts(row: ImageVersionPlan['targetRegions'][number] | undefined) {
  if (row === undefined) return {}
  const { regionalReplicaCount, storageAccountType, excludeFromLatest } = row
  return { regionalReplicaCount, storageAccountType, excludeFromLatest }
}

function sourceOf(disks: CampaignDisk[]): ImageSource {
  return {
    type: 'DisksAndSnapshots',
    osDiskId: disks.find(({ lun }) => lun === undefined)?.id ?? '',
    dataDisks: disks.flatMap(({ lun, id }) => (lun === undefined ? [] : [{ lun, id }])),
  }
}

interface OfItem {
  item: CampaignItem
  surveyed: SurveyedVersion
  definition: SurveyedDefinition
}

function disksOf(id: string, index: number, { item, surveyed: { version }, definition }: OfItem): CampaignDisk[] {
  const { osDiskImage, dataDiskImages = [] } = version.properties.storageProfile
  const sizeOf = (lun: number) => dataDiskImages.find((disk) => disk.lun === lun)?.sizeInGB
  const disk = (lun: number | undefined, sizeInGB: number | undefined): CampaignDisk => {
    const name = `encrypt-${id}-${index + 1}-${lun === undefined ? 'os' : `lun-${lun}`}`
    return {
      id: diskId(item.predecessorId, name),
      name,
      location: version.location,
      versionId: version.id,
      ...(lun !== undefined && { lun }),
      ...(sizeInGB !== undefined && { sizeInGB }),
      isTrustedLaunch: definition.imageDefinition?.securityType === 'TrustedLaunch',
    }
  }
  return [disk(undefined, osDiskImage?.sizeInGB), ...item.luns.map((lun) => disk(lun, sizeOf(lun)))]
}

/** The IDs of the disks that an item's deployment creates; they can be deleted once the new version has replicated. */
export function diskIdsOf(id: string, index: number, item: CampaignItem): string[] {
  if (item.source !== 'DisksOfVersion') return []
  const suffixes = ['os', ...item.luns.map((lun) => `lun-${lun}`)]
  return suffixes.map((suffix) => diskId(item.predecessorId, `encrypt-${id}-${index + 1}-${suffix}`))
}

function diskId(versionId: string, name: string): string {
  return formatResourceId({ ...parseResourceId(versionId), types: ['disks'], names: [name] })
}

function inventoryOf(
  { now, regions, diskEncryptionSets }: CampaignSurvey,
  { gallery, imageDefinition, existingVersionNames, deletedVersionNames }: SurveyedDefinition,
  { surveyed, disks }: { surveyed: SurveyedVersion; disks: CampaignDisk[] },
): Inventory {
  const { osType, hyperVGeneration } = imageDefinition ?? {}
  const planned = disks.map(({ id, name, location, lun, sizeInGB }): SourceResourceOf<'Disk'> => ({
    type: 'Disk',
    id,
    name,
    location,
    provisioningState: 'Succeeded',
    ...(lun === undefined && osType !== undefined && { osType }),
    ...(lun === undefined && hyperVGeneration !== undefined && { hyperVGeneration }),
    usesAzureDiskEncryption: false,
    disk: { name, ...(sizeInGB !== undefined && { sizeInGB }) },
  }))
  return {
    now,
    ...(gallery && { gallery }),
    ...(imageDefinition && { imageDefinition }),
    existingVersionNames,
    ...(deletedVersionNames && { deletedVersionNames }),
    sources: [...surveyed.sources, ...planned],
    diskEncryptionSets,
    regions,
  }
}
