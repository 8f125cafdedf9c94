import { parseVersionId, regionName } from '@portal/arm'
import {
  type countImageVersionUses as endpoint,
  type ImageVersionUseCount,
  type ResponseOf,
  usageKind,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { defined } from '../../arm/wire-facts.ts'
import { diskInGraph, toDisk } from './browse-image-version-uses.ts'
import { usesSteps } from './uses-query.ts'

const mostExamples = 4
const mostUpgraded = 20

const group = z.object({
  useKind: usageKind,
  location: z.string(),
  latestVersion: z.string(),
  isOfVersion: z.boolean(),
  isOutdated: z.boolean(),
  resources: z.number(),
  instances: z.number(),
  examples: z.array(z.string()),
  upgraded: z.array(z.string()),
  ...diskInGraph,
})

/**
 * How many machines, scale sets and disks were created from a version, and how many of its definition are outdated, by
 * region and key. One query, whatever the estate: its groups are few.
 */
export async function countImageVersionUses(
  azure: Azure,
  imageVersionId: string,
): Promise<ResponseOf<typeof endpoint>> {
  const version = parseVersionId(imageVersionId)
  const query = [
    'Resources',
    ...usesSteps(version),
    'where isOfVersion or isOutdated or (followsLatest and isUpgraded)',
    'order by tolower(name) asc',
    // An empty text among the sets stands for all others.
    `summarize resources = count(), instances = sum(ofVersion), examples = make_list(id, ${mostExamples}),
      upgraded = make_set(iff(followsLatest and isUpgraded, id, ''), ${mostUpgraded + 1})
      by useKind, location, latestVersion, isOfVersion, isOutdated, disk, encryption, setId`,
  ].join('\n| ')
  return (await queryResourceGraph(azure, group, { query })).map(toCount)
}

function toCount(counted: z.output<typeof group>): ImageVersionUseCount {
  const { useKind, resources, latestVersion, disk, encryption, setId, upgraded, ...same } = counted
  return {
    ...same,
    kind: useKind,
    location: regionName(same.location),
    count: resources,
    upgraded: upgraded.filter((id) => id !== '').slice(0, mostUpgraded),
    ...defined({ latest: latestVersion || undefined, disk: toDisk({ disk, encryption, setId }) }),
  }
}
