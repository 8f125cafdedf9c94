import { formatResourceId, parentResourceId, regionName, type ResourceId } from '@portal/arm'
import { earlierSuccessors } from '@portal/campaign'
import { storedVersion, type StoredVersion, definitionIdOf, versionNumberOf } from '@portal/image-version'
import type { RetainedVersion, RetentionFacts } from '@portal/version-update'
import * as z from 'zod/mini'
import { unlessRefused } from '../../refusals/statement-refused.ts'
import { allOf, unlessHidden } from '../arm/answered.ts'
import type { Azure } from '../arm/clients.ts'
import type { RecentReadings } from '../arm/recent-readings.ts'
import { kqlText, queryResourceGraph } from '../arm/resource-graph.ts'
import { defined } from '../arm/wire-facts.ts'
import { campaignIdOfTag, parseCampaignId, readCampaign } from '../campaigns/campaign-deployments.ts'
import { campaignPart } from '../campaigns/campaigns-under-way.ts'
import { listDeployments } from '../deployments/deployments.ts'
import type { Asker } from '../disk-encryption-sets/keys/key-reader.ts'
import { getGallery } from '../galleries/galleries.ts'
import { imageVersionsOf, withoutNulls } from '../galleries/stored-version.ts'
import { listLocks } from '../subscriptions/locks.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { listSubscriptions } from '../subscriptions/subscriptions.ts'

/** What the caller sees of each of their subscriptions, cached for a minute: names of those they see in part. */
export type UnseenSubscriptions = RecentReadings<string[]>

const version = z.pipe(z.transform(withoutNulls), storedVersion)

/**
 * What decides which versions of a gallery or of a definition stay, as the caller sees it. Of a gallery, its versions
 * are those of Resource Graph; of a definition, those of ARM, which does not lag.
 */
export async function retentionFacts(
  asker: Asker,
  scope: ResourceId,
  cache: UnseenSubscriptions,
): Promise<RetentionFacts & Pick<RetainedVersion, 'softDeletePolicy'>> {
  const { azure } = asker
  const within = formatResourceId(scope)
  const [stored, uses, sources, locks, gallery, campaigns, unseen] = await Promise.all([
    scope.types.length > 1 ? allOf(version, imageVersionsOf(azure, scope)) : versionsInGraph(azure, within),
    usesOf(azure, within),
    sourcesOf(azure, within),
    unlessHidden(listLocks(azure, within)),
    unlessHidden(getGallery(azure, scope)),
    predecessorsUnderWay(azure, scope),
    cache.read(asker.caller, { id: 'unseen' }, () => unseenSubscriptions(asker)),
  ])
  const notReplaced = new Set([...campaigns, ...predecessorsIn(stored)])
  const { softDeletePolicy } = gallery ?? {}
  return {
    now: azure.now(),
    ...defined({ softDeletePolicy }),
    // Whoever a gallery is shared with can use its versions where the caller sees nothing.
    unseen: [...unseen, ...(locks !== undefined && gallery?.sharing === 'Private' ? [] : [within])],
    versions: stored.map((one) => {
      const key = one.id.toLowerCase()
      return {
        ...retained(one),
        usedBy: [...(uses.get(key) ?? []), ...(uses.get(`${definitionIdOf(key).toLowerCase()}/versions/`) ?? [])],
        sourceOf: sources.get(key) ?? [],
        isInCampaign: notReplaced.has(key),
        locks: (locks ?? []).filter(({ scope: at }) => isWithin(key, at) || isWithin(at, key)),
        ...defined({ softDeletePolicy }),
      }
    }),
  }
}

function isWithin(inner: string, outer: string): boolean {
  return `${inner.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`)
}

function versionsInGraph(azure: Azure, gallery: string): Promise<StoredVersion[]> {
  const query = [
    'Resources',
    `where type =~ 'microsoft.compute/galleries/images/versions' and id startswith ${kqlText(`${gallery}/images/`)}`,
    'project id, location, tags, properties',
    'order by id asc',
  ].join('\n| ')
  return queryResourceGraph(azure, version, { query })
}

type Facts = Omit<RetainedVersion, 'usedBy' | 'sourceOf' | 'isInCampaign' | 'locks' | 'softDeletePolicy'>

function retained({ id, location, tags = {}, properties }: StoredVersion): Facts {
  const { publishingProfile, storageProfile, safetyProfile, provisioningState = '' } = properties
  const { targetRegions, replicaCount, excludeFromLatest = false, publishedDate, endOfLifeDate } = publishingProfile
  const sizes = [storageProfile.osDiskImage, ...(storageProfile.dataDiskImages ?? [])].map((disk) => disk?.sizeInGB)
  const encryption = JSON.stringify(targetRegions.map((region) => region.encryption))
  return {
    id,
    location: regionName(location),
    provisioningState,
    tags,
    excludeFromLatest,
    ...defined({ publishedDate, endOfLifeDate }),
    blockDeletionBeforeEndOfLife: safetyProfile?.blockDeletionBeforeEndOfLife ?? false,
    isUnderPlatformKeys: !/diskEncryptionSet|confidentialVMEncryptionType/i.test(encryption),
    regions: targetRegions.map((region) => ({
      name: regionName(region.name),
      excludeFromLatest: region.excludeFromLatest ?? false,
      replicas: region.regionalReplicaCount ?? replicaCount ?? 1,
    })),
    ...(sizes.some((size) => size !== undefined) && {
      sizeInGB: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    }),
  }
}

const mostExamples = 3
const examples = z.object({ version: z.string(), ids: z.array(z.string()) })

// The image of a machine, a disk or an instance, and the number that it really got:
// https://learn.microsoft.com/rest/api/compute/virtual-machines/get
const versionSteps = (within: string) => [
  `extend image = tolower(coalesce(tostring(properties.creationData.galleryImageReference.id),
      tostring(properties.storageProfile.imageReference.id),
      tostring(properties.virtualMachineProfile.storageProfile.imageReference.id)))`,
  `where image startswith ${kqlText(`${within.toLowerCase()}/`)} or image == ${kqlText(within.toLowerCase())}`,
  `extend version = iff(image contains '/versions/', image,
      strcat(image, '/versions/', tostring(properties.storageProfile.imageReference.exactVersion)))`,
]
const summary = `summarize ids = make_list(id, ${mostExamples}) by version`

/**
 * Some IDs of what was made from each version, by its ID in lower case; that of a definition and `/versions/` has the
 * machines whose version Azure does not say. The model of a scale set that follows the latest is of no version.
 */
async function usesOf(azure: Azure, within: string): Promise<Map<string, string[]>> {
  const [made, instances] = await Promise.all([
    queryResourceGraph(azure, examples, {
      query: [
        'Resources',
        "where type in~ ('microsoft.compute/virtualmachines', 'microsoft.compute/virtualmachinescalesets', 'microsoft.compute/disks')",
        ...versionSteps(within),
        "where type !~ 'microsoft.compute/virtualmachinescalesets' or image contains '/versions/'",
        summary,
      ].join('\n| '),
    }),
    queryResourceGraph(azure, examples, {
      query: [
        'ComputeResources',
        "where type =~ 'microsoft.compute/virtualmachinescalesets/virtualmachines'",
        ...versionSteps(within),
        summary,
      ].join('\n| '),
    }),
  ])
  return grouped([...made, ...instances].flatMap((row) => row.ids.map((id) => [row.version, id] as const)))
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const [key, value] of pairs) all.set(key, [...(all.get(key) ?? []), value])
  return all
}

/** What names one of the versions as its source: other versions, wherever they are. */
async function sourcesOf(azure: Azure, within: string): Promise<Map<string, string[]>> {
  const query = [
    'Resources',
    "where type =~ 'microsoft.compute/galleries/images/versions'",
    'extend version = tolower(tostring(properties.storageProfile.source.id))',
    `where version startswith ${kqlText(`${within.toLowerCase()}/`)}`,
    summary,
  ].join('\n| ')
  const rows = await queryResourceGraph(azure, examples, { query })
  return grouped(rows.flatMap((row) => row.ids.map((id) => [row.version, id] as const)))
}

/** The versions, by ID in lower case, that a campaign is creating again in a deployment that runs. */
async function predecessorsUnderWay(azure: Azure, scope: ResourceId): Promise<string[]> {
  const running = (await unlessHidden(listDeployments(azure, scope, 'Running'))) ?? []
  const identifiers = new Set(running.flatMap(({ name }) => campaignPart.exec(name)?.[1] ?? []))
  const campaigns = await Promise.all(
    [...identifiers].map(async (identifier) => {
      const id = campaignIdOfTag(scope.subscriptionId, `${scope.resourceGroupName}/${identifier}`)
      return id === undefined ? undefined : unlessRefused(unlessHidden(readCampaign(azure, parseCampaignId(id))))
    }),
  )
  return campaigns.flatMap((stated) => stated?.campaign.items.map((item) => item.predecessorId.toLowerCase()) ?? [])
}

/** Those of the versions, by ID in lower case, whose new version Azure has not completed. */
function predecessorsIn(versions: readonly StoredVersion[]): string[] {
  return [...Map.groupBy(versions, ({ id }) => definitionIdOf(id).toLowerCase())].flatMap(([definition, siblings]) => {
    const unfinished = siblings.filter(({ properties }) => properties.provisioningState !== 'Succeeded')
    const listed = unfinished.map(({ id, tags, properties: { provisioningState } }) => ({
      name: versionNumberOf(id),
      ...defined({ tags, provisioningState }),
    }))
    return earlierSuccessors(listed).map(({ predecessor }) => `${definition}/versions/${predecessor}`)
  })
}

// Without one of these in a whole subscription, something there could use a version, unseen.
const readActions = [
  'Microsoft.Compute/virtualMachines/read',
  'Microsoft.Compute/disks/read',
  'Microsoft.Compute/virtualMachineScaleSets/read',
  'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read',
  'Microsoft.Compute/galleries/images/versions/read',
]

async function unseenSubscriptions({ azure, caller }: Asker): Promise<string[]> {
  const subscriptions = await listSubscriptions(azure, caller.tid)
  const seen = await Promise.all(
    subscriptions.map(async ({ subscriptionId }) => {
      const permissionFor = await permissionsAt(azure, `/subscriptions/${subscriptionId}`)
      return readActions.every((action) => permissionFor(action) === 'allowed')
    }),
  )
  return subscriptions.filter((_, index) => seen[index] !== true).map(({ displayName }) => displayName)
}

/** The definition of a version. */
export function definitionOfVersion(id: ResourceId): ResourceId {
  return parentResourceId(id) ?? id
}
