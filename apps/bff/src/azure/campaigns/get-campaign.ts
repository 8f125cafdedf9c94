import { parseResourceId, sameResourceId } from '@portal/arm'
import { campaignBatches, type CampaignItem, successorId } from '@portal/campaign'
import { blankPlan, campaignTags } from '@portal/image-version'
import type {
  CampaignAnswer,
  CampaignItemState,
  listCampaigns as listEndpoint,
  RequestOf,
  ResponseOf,
} from '@portal/portal-api'
import { decodeArmError } from '@portal/version-rules'
import * as z from 'zod/mini'
import { armProvisioningState } from '../arm/arm-states.ts'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../arm/resource-graph.ts'
import { unlessHidden } from '../arm/sdk-answers.ts'
import {
  listDeploymentOperations,
  listDeployments,
  type ArmDeployment,
  type DeploymentOperation,
} from '../deployments/deployments.ts'
import { deploymentState } from '../deployments/start-deployment.ts'
import { inChunks, kqlList } from '../estate/query-chunks.ts'
import { parseSubscriptionId } from '../subscriptions/subscription-id.ts'
import {
  campaignIdOfTag,
  parseCampaignId,
  readCampaign,
  startNameOf,
  type CampaignStart,
  type StatedCampaign,
} from './campaign-deployments.ts'

const versionRow = z.object({
  id: z.string(),
  state: armProvisioningState,
  excludeFromLatest: z.nullish(z.boolean()),
})
type VersionRow = z.output<typeof versionRow>

const versionColumns = `project id, state = tostring(properties.provisioningState),
    excludeFromLatest = tobool(properties.publishingProfile.excludeFromLatest)`
const versions = "resources | where type =~ 'microsoft.compute/galleries/images/versions'"

/**
 * A campaign, and what became of each of its items: from its deployments, and from Resource Graph, where its new
 * versions are found by their tag. Nothing of it is remembered by the portal.
 */
export async function getCampaign(azure: Azure, id: string): Promise<CampaignAnswer> {
  const stated = await readCampaign(azure, parseCampaignId(id))
  const { items } = stated.campaign
  const subscriptions = [stated.deployment.subscriptionId]
  const tag = kqlText(`${stated.resourceGroupName}/${stated.id}`)
  const [successors, predecessors, deployments] = await Promise.all([
    queryResourceGraph(azure, versionRow, {
      query: `${versions}\n| where tostring(tags.${campaignTags.campaign}) =~ ${tag}\n| ${versionColumns}`,
      subscriptions,
    }),
    inChunks(
      items.map(({ predecessorId }) => predecessorId),
      (ids) =>
        queryResourceGraph(azure, versionRow, {
          query: `${versions}\n| where tolower(id) in ${kqlList(ids)}\n| ${versionColumns}`,
          subscriptions,
        }),
    ),
    deploymentsOf(azure, stated),
  ])
  const rowOf = byId([...successors, ...predecessors])
  const latestOf = latestByItem(stated, await failuresOf(azure, deployments))
  return {
    id,
    campaign: stated.campaign,
    startedAt: stated.startedAt,
    asOf: azure.now(),
    items: items.map((item, index) => toState(item, { rowOf, latest: latestOf(index) })),
  }
}

function byId(rows: VersionRow[]): (id: string) => VersionRow | undefined {
  const found = new Map(rows.map((row) => [row.id.toLowerCase(), row]))
  return (id) => found.get(id.toLowerCase())
}

interface Found {
  deployment: ArmDeployment
  /** of a deployment that failed */
  operations: DeploymentOperation[]
}

// One list, whatever the number of its deployments.
async function deploymentsOf(azure: Azure, { deployment }: StatedCampaign): Promise<ArmDeployment[]> {
  const all = (await unlessHidden(listDeployments(azure, deployment))) ?? []
  return all.filter(({ name }) => name.startsWith(`${deployment.names[0] ?? ''}-`))
}

function failuresOf(azure: Azure, deployments: ArmDeployment[]): Promise<Found[]> {
  return Promise.all(
    deployments.map(async (deployment) => ({
      deployment,
      operations:
        deploymentState(deployment) === 'Failed'
          ? await listDeploymentOperations(azure, parseResourceId(deployment.id))
          : [],
    })),
  )
}

// An item that was started again has its own deployment, which is later than that of its batch.
function latestByItem(stated: StatedCampaign, found: Found[]): (index: number) => Found | undefined {
  const byName = new Map(found.map((each) => [each.deployment.name.toLowerCase(), each]))
  const startedBy = (start: CampaignStart) => byName.get(startNameOf(stated, start).toLowerCase())
  const ofBatches = campaignBatches(stated.campaign).flatMap((indexes, batch) => {
    const started = startedBy({ batch })
    return indexes.map((index) => [index, started] as const)
  })
  const ofItems = new Map(ofBatches)
  return (index) => startedBy({ item: index }) ?? ofItems.get(index)
}

function toState(
  item: CampaignItem,
  { rowOf, latest }: { rowOf: (id: string) => VersionRow | undefined; latest: Found | undefined },
): CampaignItemState {
  const id = successorId(item)
  const [successor, predecessor] = [rowOf(id), rowOf(item.predecessorId)]
  return {
    ...(successor && { successor: toVersion(successor) }),
    ...(predecessor && { predecessor: toVersion(predecessor) }),
    ...(latest && { deployment: deploymentState(latest.deployment), ...errorOf(id, latest) }),
  }
}

function toVersion({ state, excludeFromLatest }: VersionRow): NonNullable<CampaignItemState['successor']> {
  return { provisioningState: state, excludeFromLatest: excludeFromLatest ?? false }
}

// The version's own error, or that of a disk which it would have been created from.
function errorOf(id: string, { operations }: Found): Pick<CampaignItemState, 'error' | 'decoded'> {
  const own = operations.find(({ resourceId, error }) => error !== undefined && sameResourceId(resourceId, id))
  const error = own?.error ?? operations.find(({ error }) => error !== undefined)?.error
  if (error === undefined) return {}
  const decoded = decodeArmError(error, { plan: blankPlan(''), diskEncryptionSets: [] })
  return { error, decoded: decoded.map((meaning) => ({ ...meaning, path: [] })) }
}

const campaignRow = z.object({
  campaign: z.string(),
  subscriptionId: z.string(),
  versions: z.number(),
  startedAt: z.nullish(z.string()),
})

/**
 * The campaigns of a subscription, or of all that the user can see, the newest first: from the tags of the versions
 * that they created. Anyone who may tag a version writes such a tag, so one that names no campaign is left out and
 * counted.
 */
export async function listCampaigns(
  azure: Azure,
  { subscriptionId: only }: RequestOf<typeof listEndpoint>,
): Promise<ResponseOf<typeof listEndpoint>> {
  const rows = await queryResourceGraph(azure, campaignRow, {
    query: `${versions}
| extend campaign = tostring(tags.${campaignTags.campaign})
| where isnotempty(campaign)
| summarize versions = count(), startedAt = min(todatetime(properties.publishingProfile.publishedDate))
    by campaign, subscriptionId
| order by startedAt desc, campaign asc
| take 50`,
    ...(only !== undefined && { subscriptions: [parseSubscriptionId(only)] }),
  })
  const campaigns = rows.flatMap(({ campaign, subscriptionId, versions: count, startedAt }) => {
    const id = campaignIdOfTag(subscriptionId, campaign)
    return id === undefined ? [] : [{ id, versions: count, ...(startedAt && { startedAt }) }]
  })
  return { campaigns, leftOut: rows.length - campaigns.length }
}
