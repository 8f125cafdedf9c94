import { parseResourceId } from '@portal/arm'
import { campaignPrefix } from '@portal/campaign'
import { campaignTags } from '@portal/image-version'
import type { UnderWayItem } from '@portal/portal-api'
import * as z from 'zod/mini'
import { unlessRefused } from '../../refusals/statement-refused.ts'
import type { AzureSession } from '../arm/clients.ts'
import type { RecentReadings } from '../arm/recent-readings.ts'
import { queryResourceGraph } from '../arm/resource-graph.ts'
import { unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { campaignIdOfTag, parseCampaignId, readCampaign } from './campaign-deployments.ts'

/** Identifies the deployments of a campaign by their names, one for each batch or item. */
export const campaignPart = new RegExp(`^${campaignPrefix}([0-9a-f]{16})-(?:item-)?\\d+$`)

/** A version that is being created by a campaign. */
export interface CampaignVersion {
  /** ID of the deployment that its tag names */
  campaignId: string
  /** ISO 8601 */
  since?: string
}

const countRow = z.object({ campaign: z.string(), created: z.number() })

const countQuery = `resources
| where type =~ 'microsoft.compute/galleries/images/versions'
| extend campaign = tolower(tostring(tags.${campaignTags.campaign}))
| where isnotempty(campaign)
| summarize created = countif(tostring(properties.provisioningState) == 'Succeeded') by campaign
| order by campaign asc
| take 200`

/**
 * Each campaign that Azure works for once, instead of its deployments and versions, with how many of its versions Azure
 * has created. Only if there is one, it reads them: one query more, and each campaign's own deployment once a minute.
 */
export async function campaignsUnderWay(
  { azure, caller }: AzureSession,
  found: { deployments: readonly UnderWayItem[]; versions: readonly CampaignVersion[] },
  sizes: RecentReadings<number | undefined>,
): Promise<UnderWayItem[]> {
  const begun = begunIn(found)
  if (begun.size === 0) return []
  const counts = await queryResourceGraph(azure, countRow, { query: countQuery })
  return Promise.all(
    [...begun].map(async ([tag, { id, since }]): Promise<UnderWayItem> => {
      const count = counts.find(({ campaign }) => campaign === tag)
      const all = await sizes.read(caller, { id }, async () => {
        // Somebody's statement that is refused does not fail the list of what everybody does.
        const stated = await unlessRefused(unlessHidden(readCampaign(azure, parseCampaignId(id))))
        return stated?.campaign.items.length
      })
      return {
        id,
        kind: 'campaign',
        state: 'Running',
        ...defined({ since }),
        ...(all !== undefined && created(Math.min(count?.created ?? 0, all), all)),
      }
    }),
  )
}

function created(count: number, all: number): Pick<UnderWayItem, 'progress' | 'versions'> {
  return { progress: Math.floor((100 * count) / all), versions: { created: count, all } }
}

interface Begun {
  /** of the deployment that states it */
  id: string
  since: string | undefined
}

/** The campaigns by their tags in lower case, each since its first deployment or version that is still in progress. */
function begunIn(found: { deployments: readonly UnderWayItem[]; versions: readonly CampaignVersion[] }) {
  const ofDeployments = found.deployments.flatMap(({ id, since }) => {
    const { subscriptionId, resourceGroupName, names } = parseResourceId(id)
    const [, identifier = ''] = campaignPart.exec(names[0] ?? '') ?? []
    return { id: campaignIdOfTag(subscriptionId, `${resourceGroupName}/${identifier}`), since }
  })
  const ofVersions = found.versions.map(({ campaignId, since }) => ({ id: campaignId, since }))
  const begun = new Map<string, Begun>()
  for (const { id, since } of [...ofDeployments, ...ofVersions]) {
    if (id === undefined) continue
    const { resourceGroupName, names } = parseCampaignId(id)
    const tag = `${resourceGroupName}/${(names[0] ?? '').slice(campaignPrefix.length)}`.toLowerCase()
    const known = begun.get(tag)
    const first = [known?.since, since].filter((time) => time !== undefined).toSorted()[0]
    begun.set(tag, { id: known?.id ?? id, since: first })
  }
  return begun
}
