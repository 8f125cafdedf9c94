import { formatResourceId, InvalidResourceId, regionName, resourceGroupId, type ResourceId } from '@portal/arm'
import { earlierSuccessors } from '@portal/campaign'
import { locksOn } from '@portal/gallery'
import { storedVersion, type StoredVersion, definitionIdOf, versionNumberOf } from '@portal/image-version'
import { galleryIdOf, retentionQueries, type RetainedVersion, type RetentionFacts } from '@portal/version-update'
import * as z from 'zod/mini'
import { unlessRefused } from '../../refusals/statement-refused.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import type { RecentReadings } from '../arm/recent-readings.ts'
import { kqlText, queryResourceGraph } from '../arm/resource-graph.ts'
import { allOf, unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { campaignIdOfTag, parseCampaignId, readCampaign } from '../campaigns/campaign-deployments.ts'
import { campaignPart } from '../campaigns/campaigns-under-way.ts'
import { listDeployments } from '../deployments/deployments.ts'
import { getGallery, listGalleries } from '../galleries/galleries.ts'
import { parseGalleryResourceId } from '../galleries/gallery-deletions.ts'
import { imageVersionsOf, withoutNulls } from '../galleries/stored-version.ts'
import { listLocks } from '../subscriptions/locks.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { listSubscriptions } from '../subscriptions/subscriptions.ts'

/** What the caller sees of each of their subscriptions, cached for a minute: names of those they see in part. */
export type UnseenSubscriptions = RecentReadings<string[]>

const version = z.pipe(z.transform(withoutNulls), storedVersion)

/** Of whose versions a rule decides: the ID of a definition, a gallery or a subscription, for all its galleries. */
interface RetentionScope {
  id: string
  /** absent for a subscription */
  parts?: ResourceId
  subscriptionId: string
}

/** Throws `InvalidResourceId` for the ID of anything else. */
export function parseRetentionScope(id: string): RetentionScope {
  const [, subscriptionId] = /^\/subscriptions\/([0-9a-f-]{36})$/i.exec(id) ?? []
  if (subscriptionId !== undefined) return { id, subscriptionId }
  const parts = parseGalleryResourceId(id)
  if (parts.types.length > 2) throw new InvalidResourceId(id, 'it is no subscription, gallery or image definition')
  return { id: formatResourceId(parts), parts, subscriptionId: parts.subscriptionId }
}

/**
 * What decides which versions of the scope stay, as the caller sees it. Of a definition, its versions are those of ARM,
 * which does not lag; otherwise those of Resource Graph.
 */
export async function retentionFacts(
  session: AzureSession,
  { id: within, parts, subscriptionId }: RetentionScope,
  cache: UnseenSubscriptions,
): Promise<RetentionFacts> {
  const { azure } = session
  const places =
    parts === undefined
      ? (await listGalleries(azure, subscriptionId)).map(({ id }) => parseGalleryResourceId(id))
      : [parts]
  const groups = new Map(places.map((place) => [resourceGroupId(place).toLowerCase(), place]))
  const [stored, uses, sources, locks, galleries, campaigns, unseen] = await Promise.all([
    parts !== undefined && parts.types.length > 1
      ? allOf(version, imageVersionsOf(azure, parts))
      : versionsInGraph(azure, { within, subscriptionId }),
    usesOf(azure, within),
    sourcesOf(azure, within),
    unlessHidden(listLocks(azure, within)),
    Promise.all(places.map((place) => unlessHidden(getGallery(azure, place)))),
    Promise.all([...groups.values()].map((place) => predecessorsUnderWay(azure, place))),
    cache.read(session.caller, { id: 'unseen' }, () => unseenSubscriptions(session)),
  ])
  const notReplaced = new Set([...campaigns.flat(), ...predecessorsIn(stored)])
  const galleryFacts = new Map(
    places.map((place, index) => {
      const [id, gallery] = [galleryIdOf(formatResourceId(place)), galleries[index]]
      // Whoever a gallery is shared with can use its versions where the caller sees nothing.
      const isCovered = locks !== undefined && gallery?.sharing === 'Private'
      return [
        id.toLowerCase(),
        { unseen: isCovered ? unseen : [...unseen, id], ...defined({ softDeletePolicy: gallery?.softDeletePolicy }) },
      ]
    }),
  )
  return {
    now: azure.now(),
    versions: stored.map((one) => {
      const key = one.id.toLowerCase()
      const gallery = galleryIdOf(key)
      return {
        ...retained(one),
        usedBy: [...(uses.get(key) ?? []), ...(uses.get(`${definitionIdOf(key).toLowerCase()}/versions/`) ?? [])],
        sourceOf: sources.get(key) ?? [],
        isInCampaign: notReplaced.has(key),
        locks: locksOn(key, locks ?? []),
        // A gallery that is not listed is new, or hidden.
        ...(galleryFacts.get(gallery) ?? { unseen: [...unseen, gallery] }),
      }
    }),
  }
}

// Unlike what uses them, the versions are of one subscription: Azure need not look through the others for each page.
function versionsInGraph(
  azure: Azure,
  { within, subscriptionId }: { within: string; subscriptionId: string },
): Promise<StoredVersion[]> {
  const query = [
    'Resources',
    `where type =~ 'microsoft.compute/galleries/images/versions' and id startswith ${kqlText(`${within}/`)}`,
    'project id, location, tags, properties',
    'order by id asc',
  ].join('\n| ')
  return queryResourceGraph(azure, version, { query, subscriptions: [subscriptionId] })
}

type Facts = Omit<RetainedVersion, 'unseen' | 'usedBy' | 'sourceOf' | 'isInCampaign' | 'locks' | 'softDeletePolicy'>

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

const examples = z.object({ id: z.string(), ids: z.array(z.string()) })

/** Some IDs of what was made from each version. */
async function usesOf(azure: Azure, within: string): Promise<Map<string, string[]>> {
  const queries = retentionQueries(within, kqlText)
  const [made, instances] = await Promise.all([
    queryResourceGraph(azure, examples, { query: queries.made }),
    queryResourceGraph(azure, examples, { query: queries.instances }),
  ])
  return grouped([...made, ...instances].flatMap((row) => row.ids.map((id) => [row.id, id] as const)))
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const [key, value] of pairs) all.set(key, [...(all.get(key) ?? []), value])
  return all
}

/** What names one of the versions as its source: other versions, wherever they are. */
async function sourcesOf(azure: Azure, within: string): Promise<Map<string, string[]>> {
  const rows = await queryResourceGraph(azure, examples, { query: retentionQueries(within, kqlText).sources })
  return grouped(rows.flatMap((row) => row.ids.map((id) => [row.id, id] as const)))
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

async function unseenSubscriptions({ azure, caller }: AzureSession): Promise<string[]> {
  const subscriptions = await listSubscriptions(azure, caller.tid)
  const seen = await Promise.all(
    subscriptions.map(async ({ subscriptionId }) => {
      const permissionFor = await permissionsAt(azure, `/subscriptions/${subscriptionId}`)
      return readActions.every((action) => permissionFor(action) === 'allowed')
    }),
  )
  return subscriptions.filter((_, index) => seen[index] !== true).map(({ displayName }) => displayName)
}
