import { parseResourceId, resourceNameOf } from '@portal/arm'
import { campaignPrefix, campaignTags } from '@portal/image-version'
import type { UnderWayItem } from '@portal/portal-api'
import * as z from 'zod/mini'
import { unlessHidden } from '../../arm/answered.ts'
import type { RecentReadings } from '../../arm/recent-readings.ts'
import { deploymentIdOf } from '../../deployments/deployments.ts'
import { queryResourceGraph } from '../../estate/resource-graph.ts'
import type { Asker } from '../../keys/key-reader.ts'
import { defined } from '../../sources/source-facts.ts'
import { parseCampaignId, readCampaign } from './campaign-deployments.ts'

/** Identifies the deployments of a campaign by their names, one for each batch or item. */
export const campaignPart = new RegExp(`^${campaignPrefix}([0-9a-f]{16})-(?:item-)?\\d+$`)

/** A version that is being created, and the tag of its campaign. */
export interface CampaignVersion {
  id: string
  tag: string
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

interface Begun {
  subscriptionId: string
  resourceGroupName: string
  since: string | undefined
}

/**
 * Each campaign that Azure works for once, instead of its deployments and versions, with how many of its versions Azure
 * has created. Only if there is one, it reads them: one query more, and each campaign's own deployment once a minute.
 */
export async function campaignsUnderWay(
  { azure, caller }: Asker,
  found: { deployments: readonly UnderWayItem[]; versions: readonly CampaignVersion[] },
  sizes: RecentReadings<number | undefined>,
): Promise<UnderWayItem[]> {
  const begun = begunIn(found)
  if (begun.size === 0) return []
  const counts = await queryResourceGraph(azure, countRow, { query: countQuery })
  return Promise.all(
    [...begun].map(async ([identifier, { subscriptionId, resourceGroupName, since }]): Promise<UnderWayItem> => {
      const count = counts.find(({ campaign }) => campaign.endsWith(`/${identifier}`))
      const group = count?.campaign.split('/')[0] ?? resourceGroupName
      const spelled = group.toLowerCase() === resourceGroupName.toLowerCase() ? resourceGroupName : group
      const id = deploymentIdOf({ subscriptionId, resourceGroupName: spelled }, `${campaignPrefix}${identifier}`)
      const all = await sizes.read(caller, { id }, async () => {
        const stated = await unlessHidden(readCampaign(azure, parseCampaignId(id)))
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

/** The campaigns by their identifiers, each since its first deployment or version that is still in progress. */
function begunIn(found: { deployments: readonly UnderWayItem[]; versions: readonly CampaignVersion[] }) {
  const begun = new Map<string, Begun>()
  const add = (identifier: string, { since, ...place }: Begun) => {
    const known = begun.get(identifier)
    const first = [known?.since, since].filter((time) => time !== undefined).toSorted()[0]
    begun.set(identifier, { ...(known ?? place), since: first })
  }
  for (const { id, since } of found.deployments) {
    const { subscriptionId, resourceGroupName, ...rest } = parseResourceId(id)
    const [, identifier] = campaignPart.exec(resourceNameOf({ subscriptionId, resourceGroupName, ...rest })) ?? []
    if (identifier !== undefined) add(identifier, { subscriptionId, resourceGroupName, since })
  }
  for (const { id, tag, since } of found.versions) {
    const [resourceGroupName = '', identifier = ''] = tag.split('/')
    if (/^[0-9a-f]{16}$/.test(identifier))
      add(identifier, { subscriptionId: parseResourceId(id).subscriptionId, resourceGroupName, since })
  }
  return begun
}
