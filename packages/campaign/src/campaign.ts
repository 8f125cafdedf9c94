import { formatResourceId, parseResourceId, regionName, sameRegion } from '@portal/arm'
import {
  blankPlan,
  blankTargetRegion,
  type ImageVersionPlan,
  lun,
  type TargetRegion,
  definitionIdOf,
} from '@portal/image-version'
import * as z from 'zod/mini'

const text = (maxLength: number) => z.string().check(z.maxLength(maxLength))
const resourceId = text(1024)

/** The most versions that one campaign creates. */
export const mostItems = 200

/**
 * What the new version is created from: the source of the old one, which still exists, or disks that the campaign
 * creates from the old version itself.
 */
const campaignSource = z.enum(['OriginalSource', 'DisksOfVersion'])
export type CampaignSource = z.infer<typeof campaignSource>

/** The sets of one region, for each disk that a version of the campaign has. */
const campaignRegion = z.strictObject({
  /** short name */
  name: text(64),
  osDiskImage: resourceId,
  dataDiskImages: z.array(z.strictObject({ lun, diskEncryptionSetId: resourceId })).check(z.maxLength(64)),
})

/** One version that is created again under one's own keys. */
const campaignItem = z.strictObject({
  /** ID of the version under platform-managed keys */
  predecessorId: resourceId,
  /** Major.Minor.Patch of the new one, in the same definition */
  name: text(80),
  source: campaignSource,
  /** short names: those of the predecessor when the campaign started */
  regions: z.array(text(64)).check(z.minLength(1), z.maxLength(100)),
  /** of its data disks */
  luns: z.array(lun).check(z.maxLength(64)),
})
export type CampaignItem = z.infer<typeof campaignItem>

/**
 * Versions under platform-managed keys that are created again under one's own, all with the sets of one matrix. It is
 * the parameter of a deployment, so Azure keeps it for everyone who continues it.
 */
export const campaign = z.strictObject({
  encryptionType: z.enum(['EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys']),
  regions: z.array(campaignRegion).check(z.maxLength(100)),
  items: z.array(campaignItem).check(z.minLength(1), z.maxLength(mostItems)),
})
export type Campaign = z.infer<typeof campaign>

/** How the versions of a campaign are encrypted, whichever they are. */
export const campaignSets = z.pick(campaign, { encryptionType: true, regions: true })
export type CampaignSets = z.infer<typeof campaignSets>

/** The parts of the new version's ID. Throws `InvalidResourceId` for a predecessor that is not an image version. */
export function successorId({ predecessorId, name }: Pick<CampaignItem, 'predecessorId' | 'name'>): string {
  const version = parseResourceId(predecessorId)
  return formatResourceId({ ...version, names: [...version.names.slice(0, -1), name] })
}

/** The target regions that an item asks for, each disk with the set of the campaign's matrix. */
export function askedRegions({ regions }: Pick<Campaign, 'regions'>, item: CampaignItem): TargetRegion[] {
  return item.regions.map((name) => {
    const row = regions.find((region) => sameRegion(region.name, name))
    const setOf = (disk: number) => row?.dataDiskImages.find((image) => image.lun === disk)?.diskEncryptionSetId ?? ''
    return {
      ...blankTargetRegion(name),
      encryption: {
        osDiskImage: row?.osDiskImage ?? '',
        dataDiskImages: item.luns.map((disk) => ({ lun: disk, diskEncryptionSetId: setOf(disk) })),
        secureVMDiskEncryptionSetId: '',
      },
    }
  })
}

/** What an item asks for, as far as it concerns encryption: what the new version is compared with. */
export function askedEncryption(asked: Campaign, item: CampaignItem): ImageVersionPlan {
  return {
    ...blankPlan(definitionIdOf(item.predecessorId)),
    name: item.name,
    encryptionType: asked.encryptionType,
    targetRegions: askedRegions(asked, item),
  }
}

/** Of the sets of a matrix, those that some item gets: of its regions, and of the disks that it has. */
export function usedRegions(regions: Campaign['regions'], items: Campaign['items']): Campaign['regions'] {
  const used = new Map<string, Set<number>>()
  for (const { regions: names, luns } of items)
    for (const name of names.map(regionName)) used.set(name, new Set([...(used.get(name) ?? []), ...luns]))
  return regions.flatMap((region) => {
    const luns = used.get(regionName(region.name))
    if (luns === undefined) return []
    return [{ ...region, dataDiskImages: region.dataDiskImages.filter((image) => luns.has(image.lun)) }]
  })
}

/** The sets of a campaign's matrix, each ID once. */
export function setIdsOfCampaign({ regions }: Campaign): string[] {
  const ids = regions.flatMap(({ osDiskImage, dataDiskImages }) => [
    osDiskImage,
    ...dataDiskImages.map(({ diskEncryptionSetId }) => diskEncryptionSetId),
  ])
  return [...new Set(ids.filter((id) => id !== ''))]
}

// A few versions for each deployment: one that fails takes no others with it, and a template has at most 4 MB.
// https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits
const itemsPerBatch = 5
const cellsPerBatch = 8000

/**
 * The items of a campaign by deployment, as their indexes. It depends on the campaign alone, so that everyone who
 * continues it starts the same deployments. A deployment is of one definition.
 */
export function campaignBatches({ items }: Pick<Campaign, 'items'>): number[][] {
  const batches: { definition: string; cells: number; indexes: number[] }[] = []
  for (const [index, item] of items.entries()) {
    const definition = definitionIdOf(item.predecessorId).toLowerCase()
    const cells = item.regions.length * (1 + item.luns.length)
    const open = batches.find(
      (batch) =>
        batch.definition === definition && batch.indexes.length < itemsPerBatch && batch.cells + cells <= cellsPerBatch,
    )
    if (open === undefined) batches.push({ definition, cells, indexes: [index] })
    else {
      open.cells += cells
      open.indexes.push(index)
    }
  }
  return batches.map(({ indexes }) => indexes)
}
