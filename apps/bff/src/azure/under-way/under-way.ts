import {
  isResourceGroup,
  parseResourceId,
  parseVersionId,
  resourceGroupId,
  type ResourceId,
  sameResourceId,
  tryParseResourceId,
} from '@portal/arm'
import { campaignTags, isSettled, overallProgress } from '@portal/image-version'
import type { UnderWay, UnderWayItem } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { recentReadings } from '../arm/recent-readings.ts'
import { queryResourceGraph } from '../arm/resource-graph.ts'
import { unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { campaignIdOfTag } from '../campaigns/campaign-deployments.ts'
import { campaignsUnderWay, type CampaignVersion } from '../campaigns/campaigns-under-way.ts'
import { getImageVersion } from '../image-versions/image-versions.ts'
import { deploymentsUnderWay } from './under-way-deployments.ts'

type Group = Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'>

/** How many resources are listed, and of how many resource groups the deployments are read. */
const maxResources = 50
const maxGroups = 20

const kinds = {
  'microsoft.compute/galleries/images/versions': 'imageVersion',
  'microsoft.compute/diskencryptionsets': 'diskEncryptionSet',
  'microsoft.compute/virtualmachines': 'virtualMachine',
} as const

const resourceRow = z.object({
  id: z.string(),
  type: z.enum([
    'microsoft.compute/galleries/images/versions',
    'microsoft.compute/diskencryptionsets',
    'microsoft.compute/virtualmachines',
  ]),
  state: z.string(),
  published: z.nullish(z.string()),
  created: z.nullish(z.string()),
  campaign: z.nullish(z.string()),
})
type ResourceRow = z.output<typeof resourceRow>

const resourcesQuery = `resources
| where type in~ ('microsoft.compute/galleries/images/versions', 'microsoft.compute/diskEncryptionSets', 'microsoft.compute/virtualMachines')
| extend state = tostring(properties.provisioningState)
| where state in ('Creating', 'Updating', 'Deleting', 'Migrating')
| project id, type, state, published = tostring(properties.publishingProfile.publishedDate), created = tostring(properties.timeCreated),
    campaign = tostring(tags.${campaignTags.campaign})
| order by id asc
| take ${maxResources + 1}`

// Resource Graph has no deployments: they are read from ARM where this portal starts them.
const groupsQuery = `resources
| where type in~ ('microsoft.compute/galleries', 'microsoft.compute/diskEncryptionSets')
| summarize resources = count() by subscriptionId, resourceGroup
| order by resources desc
| take ${maxGroups + 1}`

const groupRow = z.object({ subscriptionId: z.string(), resourceGroup: z.string() })

/**
 * Creates the function that lists the operations in progress in the caller's subscriptions: decision 0021. It looks up
 * the groups whose deployments it reads once a minute; `now` is in ms.
 */
export function underWayReader(now: () => number): (session: AzureSession) => Promise<UnderWay> {
  const groupsOf = recentReadings<Group[]>(now)
  const campaignSizes = recentReadings<number | undefined>(now)
  return async (session) => {
    const { azure, caller } = session
    const [found, known] = await Promise.all([
      queryResourceGraph(azure, resourceRow, { query: resourcesQuery }),
      groupsOf.read(caller, { id: 'groups' }, () => portalGroups(azure)),
    ])
    // Azure takes names of groups that the portal does not: one of those must not fail the frame of all pages.
    const rows = found.filter(({ id }) => tryParseResourceId(id) !== undefined)
    const groups = distinct([...known, ...rows.map(({ id }) => parseResourceId(id))])
    const [resources, deployments] = await Promise.all([
      Promise.all(
        rows
          .slice(0, maxResources)
          .filter((row) => campaignOf(row) === undefined)
          .map((row) => toItem(azure, row)),
      ),
      Promise.all(groups.slice(0, maxGroups).map((group) => deploymentsUnderWay(azure, group))),
    ])
    const ofAzure = resources.flat()
    const ofPortal = deployments.flat()
    const campaigns = await campaignsUnderWay(
      session,
      {
        deployments: ofPortal.filter(({ kind }) => kind === 'campaign'),
        versions: rows.flatMap(toCampaignVersion),
      },
      campaignSizes,
    )
    const running = ofPortal
      .filter(({ kind }) => kind !== 'campaign')
      .map((deployment) => withProgress(deployment, ofAzure))
    const others = ofAzure.filter(({ id }) => !running.some((deployment) => isAbout(deployment, id)))
    return {
      items: [...campaigns, ...running, ...others].sort(latestFirst),
      isPartial: rows.length > maxResources || groups.length > maxGroups,
      now: azure.now(),
    }
  }
}

// A campaign stands for the versions that it creates, up to 200; what changes them later is shown by itself. So is a
// version whose tag names no campaign.
function campaignOf({ id, campaign, state }: ResourceRow): string | undefined {
  if (state !== 'Creating' || !campaign) return undefined
  return campaignIdOfTag(parseResourceId(id).subscriptionId, campaign)
}

function toCampaignVersion(row: ResourceRow): CampaignVersion[] {
  const campaignId = campaignOf(row)
  return campaignId === undefined ? [] : [{ campaignId, ...defined({ since: row.published ?? undefined }) }]
}

async function portalGroups(azure: Azure): Promise<Group[]> {
  const rows = await queryResourceGraph(azure, groupRow, { query: groupsQuery })
  const groups = rows.map(({ subscriptionId, resourceGroup }) => ({ subscriptionId, resourceGroupName: resourceGroup }))
  return groups.filter(isResourceGroup)
}

function distinct(groups: Group[]): Group[] {
  return [...new Map(groups.map((group) => [resourceGroupId(group).toLowerCase(), group])).values()]
}

// For a user, a resource and its deployment are one operation.
function isAbout({ about }: UnderWayItem, id: string): boolean {
  return about !== undefined && sameResourceId(about, id)
}

/** Azure returns the progress of a version, but not that of the deployment that replicates it step by step. */
function withProgress(deployment: UnderWayItem, resources: UnderWayItem[]): UnderWayItem {
  const progress = resources.find(({ id }) => isAbout(deployment, id))?.progress
  return { ...deployment, ...defined({ progress }) }
}

/** None if ARM, which the graph lags behind, has already finished it. */
async function toItem(azure: Azure, row: ResourceRow): Promise<UnderWayItem[]> {
  const { id, type, state } = row
  const kind = kinds[type]
  // Azure says when it started to create something, but not when it started to change it.
  const began = kind === 'imageVersion' ? row.published : row.created
  const since = state === 'Creating' && began ? began : undefined
  if (kind !== 'imageVersion') return [{ id, kind, state, ...defined({ since }) }]
  const version = await unlessHidden(getImageVersion(azure, parseVersionId(id)))
  if (version === undefined || isSettled(version.provisioningState, version.targetRegions)) return []
  return [
    {
      id,
      kind,
      state: version.provisioningState,
      ...defined({ since }),
      ...(version.provisioningState !== 'Deleting' && { progress: overallProgress(version.targetRegions) }),
    },
  ]
}

function latestFirst(one: UnderWayItem, other: UnderWayItem): number {
  return (other.since ?? '').localeCompare(one.since ?? '') || one.id.localeCompare(other.id)
}
