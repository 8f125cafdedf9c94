import {
  formatResourceId,
  InvalidResourceId,
  parseResourceId,
  parseResourceIdOf,
  resourceGroupId,
  type ResourceId,
} from '@portal/arm'
import {
  campaign as campaignSchema,
  campaignBatches,
  campaignId,
  campaignPrefix,
  campaignStatement,
  campaignTagOf,
  successorId,
  type Campaign,
  type CampaignItem,
  type IdentifiedCampaign,
} from '@portal/image-version'
import * as z from 'zod/mini'
import { RequestRefused } from '../../../refusals/request-refused.ts'
import { ifThere, parsed } from '../../arm/answered.ts'
import type { Azure } from '../../arm/clients.ts'
import { deploymentIdOf, deploymentType, getDeployment, type DeploymentBody } from '../../deployments/deployments.ts'
import { sendDeployment } from '../../deployments/start-deployment.ts'
import { parseVersionId, subscriptionOf } from './survey-campaign.ts'

/** A campaign that Azure keeps, with the ID of the deployment that states it. */
export interface StatedCampaign extends IdentifiedCampaign {
  deployment: ResourceId
  /** ISO 8601, Azure's time */
  startedAt: string
}

/**
 * States a campaign and returns the ID of its deployment. A repeated call finds the first one. Throws `RequestRefused`
 * for a campaign that no page sends, what Azure refuses, and `OutcomeUnknown`.
 */
export async function startCampaign(azure: Azure, campaign: Campaign): Promise<string> {
  const id = await statementIdOf(campaign)
  if ((await ifThere(getDeployment(azure, id))) === undefined)
    await sendDeployment(azure, id, statementBody(campaign, azure.now()))
  return id
}

function statementBody(campaign: Campaign, startedAt: string): DeploymentBody {
  return {
    properties: {
      mode: 'Incremental',
      template: campaignStatement(),
      parameters: { campaign: { value: campaign }, startedAt: { value: startedAt } },
    },
  }
}

async function statementIdOf(campaign: Campaign): Promise<string> {
  demandWellFormed(campaign)
  const first = parseVersionId(campaign.items[0]?.predecessorId ?? '')
  return deploymentIdOf(first, `${campaignPrefix}${await campaignId(campaign)}`)
}

// What the page computes is not taken on trust: a number twice would be two versions of one name.
function demandWellFormed({ items }: Campaign): void {
  subscriptionOf(items.map(({ predecessorId }) => parseVersionId(predecessorId)))
  const isNumber = ({ name }: CampaignItem) => /^\d{1,10}\.\d{1,10}\.\d{1,10}$/.test(name)
  if (!items.every(isNumber)) throw new RequestRefused('InvalidRequest', 'Not as expected: the name of a new version')
  for (const ids of [items.map(({ predecessorId }) => predecessorId), items.map(successorId)])
    if (new Set(ids.map((id) => id.toLowerCase())).size !== ids.length)
      throw new RequestRefused('InvalidRequest', 'Not as expected: a version twice')
}

const stated = z.object({
  campaign: z.object({ value: campaignSchema }),
  startedAt: z.object({ value: z.string() }),
})

/** The campaign that a deployment states. Throws `NoClearAnswer` if it states none, `ArmRefusal` 404 if it is gone. */
export async function readCampaign(azure: Azure, deployment: ResourceId): Promise<StatedCampaign> {
  const { properties } = await getDeployment(azure, formatResourceId(deployment))
  const { campaign, startedAt } = parsed(stated, properties.parameters)
  return {
    id: identifierOf(deployment),
    resourceGroupName: deployment.resourceGroupName,
    campaign: campaign.value,
    deployment,
    startedAt: startedAt.value,
  }
}

/** The parts of the ID of a deployment that states a campaign. Throws `InvalidResourceId` for any other ID. */
export function parseCampaignId(id: string): ResourceId {
  const deployment = parseResourceIdOf(deploymentType, id)
  if (!new RegExp(`^${campaignPrefix}[0-9a-f]{16}$`).test(deployment.names[0] ?? ''))
    throw new InvalidResourceId(id, 'it is not the id of a deployment that states a campaign')
  return deployment
}

function identifierOf({ names }: ResourceId): string {
  return (names[0] ?? '').slice(campaignPrefix.length)
}

/** What is started at once: a batch, or one item again. */
export type CampaignStart = { batch: number } | { item: number }

/** The indexes of the items that a start is about. Throws `RequestRefused` for none of the campaign. */
export function itemsOf({ campaign }: IdentifiedCampaign, start: CampaignStart): number[] {
  const items = 'batch' in start ? campaignBatches(campaign)[start.batch] : [start.item]
  if (items === undefined || items.some((index) => campaign.items[index] === undefined))
    throw new RequestRefused('InvalidRequest', 'Not as expected: the campaign has no such part')
  return items
}

/** The ID of the deployment of a start: always the same, in the resource group of the gallery. */
export function startIdOf(stated: IdentifiedCampaign, start: CampaignStart): string {
  const [first = 0] = itemsOf(stated, start)
  const part = 'batch' in start ? `${start.batch + 1}` : `item-${start.item + 1}`
  const version = parseResourceId(stated.campaign.items[first]?.predecessorId ?? '')
  return deploymentIdOf(version, `${campaignPrefix}${stated.id}-${part}`)
}

/** The resource groups of a campaign's galleries, whose deployments create its versions. */
export function groupsOf({ items }: Campaign): ResourceId[] {
  const ids = items.map(({ predecessorId }) => parseResourceId(predecessorId))
  return [...new Map(ids.map((id) => [resourceGroupId(id).toLowerCase(), id])).values()]
}

/** Whether the tags are those of a version that the campaign has created. */
export function isOfCampaign(
  tags: Record<string, string> | undefined,
  { id, resourceGroupName }: IdentifiedCampaign,
): boolean {
  return campaignTagOf(tags ?? {}, 'campaign')?.toLowerCase() === `${resourceGroupName}/${id}`.toLowerCase()
}
