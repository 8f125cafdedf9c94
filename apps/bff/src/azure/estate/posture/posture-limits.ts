import type { PostureLimits } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { setTypes } from '../browse-image-versions.ts'

// A set that is there and can be read has a type.
const unreadSetsQuery = `Resources
| where type =~ 'microsoft.compute/galleries/images/versions'
| project id, region = properties.publishingProfile.targetRegions
| mv-expand region
| project id, setId = tolower(tostring(region.encryption.osDiskImage.diskEncryptionSetId))
| where isnotempty(setId)
| join kind=leftouter (${setTypes}) on setId
| where isempty(setType)
| summarize sets = dcount(setId), imageVersions = dcount(id) by subscriptionId = tostring(split(setId, '/')[2])`
const unreadSetsRow = z.object({ subscriptionId: z.string(), sets: z.number(), imageVersions: z.number() })

const coveredQuery = `ResourceContainers
| where type in~ ('microsoft.resources/subscriptions', 'microsoft.resources/subscriptions/resourcegroups')
| summarize resourceGroups = countif(type =~ 'microsoft.resources/subscriptions/resourcegroups') by subscriptionId
| project id = subscriptionId, resourceGroups
| order by id asc`
const coveredRow = z.object({ id: z.string(), resourceGroups: z.number() })

/** What the user can't read, as far as Azure shows it. Two queries. */
export async function readPostureLimits(azure: Azure): Promise<PostureLimits> {
  const [unreadSets, covered] = await Promise.all([
    queryResourceGraph(azure, unreadSetsRow, { query: unreadSetsQuery }),
    queryResourceGraph(azure, coveredRow, { query: coveredQuery }),
  ])
  return {
    unreadSets,
    covered: covered.map(({ id, resourceGroups }) => ({ subscriptionId: id, resourceGroups })),
    queries: [unreadSetsQuery, coveredQuery],
  }
}
