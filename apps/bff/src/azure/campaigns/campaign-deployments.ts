import {
  formatResourceId,
  InvalidResourceId,
  parseResourceId,
  parseResourceIdOf,
  parseVersionId,
  regionName,
  resourceGroupId,
  type ResourceId,
  resourceType,
  sameResourceId,
  tryFormatResourceId,
  tryParseResourceId,
} from '@portal/arm'
import {
  type Campaign,
  campaignBatches,
  campaignId,
  campaignPrefix,
  campaign as campaignSchema,
  type IdentifiedCampaign,
  isLaterPatch,
  statementTemplate,
  successorId,
  usedRegions,
} from '@portal/campaign'
import { campaignTagOf, versionNumberOf } from '@portal/image-version'
import * as z from 'zod/mini'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { StatementRefused } from '../../refusals/statement-refused.ts'
import type { Azure } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import {
  type ArmDeployment,
  deploymentIdOf,
  deploymentType,
  getDeployment,
  startedAt,
} from '../deployments/deployments.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'

/** A campaign that Azure keeps, with the ID of the deployment that states it. */
export interface StatedCampaign extends IdentifiedCampaign {
  deployment: ResourceId
  /** ISO 8601: when the deployment was last written, by Azure's clock */
  startedAt: string
}

/**
 * States a campaign and returns the ID of its deployment. A repeated call finds the first one; if somebody has changed
 * that one since, it is stated again. Throws `RequestRefused` for a campaign that no page sends, what Azure refuses,
 * and `OutcomeUnknown`.
 */
export async function startCampaign(azure: Azure, campaign: Campaign): Promise<string> {
  const fault = faultOf(campaign)
  if (fault !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${fault}`)
  const first = parseVersionId(campaign.items[0]?.predecessorId ?? '')
  const identifier = await campaignId(campaign)
  const id = deploymentIdOf(first, `${campaignPrefix}${identifier}`)
  const found = await ifThere(getDeployment(azure, id))
  const content = found && contentOf(found)
  if (content === undefined || (await campaignId(content)) !== identifier)
    await sendDeployment(azure, id, {
      properties: {
        mode: 'Incremental',
        template: statementTemplate('campaign', 'Which versions are created again, with which sets'),
        parameters: { campaign: { value: campaign } },
      },
    })
  return id
}

/**
 * What no page of the portal sends, for developers. A campaign's versions are of one resource group, the one that keeps
 * its statement: whoever may state it may then also deploy its versions.
 */
function faultOf({ items, regions }: Campaign): string | undefined {
  const versions = items.map(({ predecessorId }) => tryParseResourceId(predecessorId))
  if (versions.some((id) => id === undefined || resourceType(id) !== 'Microsoft.Compute/galleries/images/versions'))
    return 'the ID of a version'
  const groups = new Set(versions.map((id) => id && resourceGroupId(id).toLowerCase()))
  if (groups.size !== 1) return 'versions of several resource groups'
  if (!items.every(({ name }) => /^\d{1,10}\.\d{1,10}\.\d{1,10}$/.test(name))) return 'the name of a new version'
  // Otherwise a version could be its own new one, or two be each other's: what is deleted would have no replacement.
  if (!items.every(({ name, predecessorId }) => isLaterPatch(name, versionNumberOf(predecessorId))))
    return 'a new version that is not a later patch of the old one'
  // A number twice would be two versions of one name.
  for (const ids of [items.map(({ predecessorId }) => predecessorId), items.map(successorId)])
    if (hasTwice(ids.map((id) => id.toLowerCase()))) return 'a version twice'
  return faultOfSets({ items, regions })
}

// What no version gets would only hide, from whoever is asked, what one does get.
function faultOfSets({ items, regions }: Pick<Campaign, 'items' | 'regions'>): string | undefined {
  const names = [regions.map(({ name }) => name), ...items.map((item) => item.regions)]
  if (names.some((each) => hasTwice(each.map(regionName)))) return 'a region twice'
  const luns = regions.map(({ dataDiskImages }) => dataDiskImages.map(({ lun }) => lun))
  if ([...luns, ...items.map((item) => item.luns)].some(hasTwice)) return 'a LUN twice'
  const used = usedRegions(regions, items)
  if (cellsOf(used) !== cellsOf(regions)) return 'a region or LUN that no version has'
  return undefined
}

function hasTwice(values: readonly (string | number)[]): boolean {
  return new Set(values).size !== values.length
}

function cellsOf(regions: Campaign['regions']): number {
  return regions.reduce((cells, { dataDiskImages }) => cells + 1 + dataDiskImages.length, 0)
}

const statement = z.object({ campaign: z.object({ value: campaignSchema }) })

/** The campaign in a deployment's parameters; undefined if there is none. */
function contentOf({ properties }: ArmDeployment): Campaign | undefined {
  return z.safeParse(statement, properties.parameters).data?.campaign.value
}

/**
 * The campaign that a deployment states, as somebody else's word: its content must be that of its ID, well formed, and
 * about versions of the deployment's own resource group. Throws `StatementRefused` if it is not, and `ArmRefusal` 404
 * if the deployment is gone.
 */
export async function readCampaign(azure: Azure, deployment: ResourceId): Promise<StatedCampaign> {
  const found = await getDeployment(azure, formatResourceId(deployment))
  const campaign = contentOf(found)
  if (campaign === undefined) throw new StatementRefused('The deployment states no campaign')
  const id = identifierOf(deployment)
  const stored = await campaignId(campaign)
  if (stored !== id)
    throw new StatementRefused('The content is not that of the ID', [{ field: 'id', asked: id, stored }])
  const fault = faultOf(campaign)
  if (fault !== undefined) throw new StatementRefused(fault)
  const { predecessorId } = campaign.items[0] ?? { predecessorId: '' }
  const group = resourceGroupId(parseResourceId(predecessorId))
  if (!sameResourceId(group, resourceGroupId(deployment)))
    throw new StatementRefused('The versions are not of the resource group of the statement', [
      {
        field: 'resourceGroup',
        asked: deployment.resourceGroupName,
        stored: parseResourceId(predecessorId).resourceGroupName,
      },
    ])
  const { resourceGroupName } = deployment
  return { id, resourceGroupName, campaign, deployment, startedAt: new Date(startedAt(found)).toISOString() }
}

/** The ID of the deployment that a version's tag names as its campaign; undefined if the tag is malformed. */
export function campaignIdOfTag(subscriptionId: string, tag: string): string | undefined {
  const [, resourceGroupName = '', identifier = ''] = /^([^/]+)\/([0-9a-f]{16})$/.exec(tag) ?? []
  const names = [`${campaignPrefix}${identifier}`]
  const [provider, type] = ['Microsoft.Resources', 'deployments']
  return identifier === ''
    ? undefined
    : tryFormatResourceId({ subscriptionId, resourceGroupName, provider, types: [type], names })
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
  const version = parseResourceId(stated.campaign.items[first]?.predecessorId ?? '')
  return deploymentIdOf(version, startNameOf(stated, start))
}

/** The name of that deployment, which no other one of the resource group has. */
export function startNameOf({ id }: Pick<IdentifiedCampaign, 'id'>, start: CampaignStart): string {
  return `${campaignPrefix}${id}-${'batch' in start ? start.batch + 1 : `item-${start.item + 1}`}`
}

/** Whether the tags are those of a version that the campaign has created. */
export function isOfCampaign(
  tags: Record<string, string> | undefined,
  { id, resourceGroupName }: IdentifiedCampaign,
): boolean {
  return campaignTagOf(tags ?? {}, 'campaign')?.toLowerCase() === `${resourceGroupName}/${id}`.toLowerCase()
}
