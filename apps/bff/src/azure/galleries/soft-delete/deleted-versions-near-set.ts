import { parseDefinitionId, type ResourceId } from '@portal/arm'
import type { DeletedVersionsNearSet } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'
import { deletedVersionsIfListed } from './deleted-versions.ts'

// Each recycle bin is a separate call.
const mostDefinitions = 40

const row = z.object({ id: z.string() })

/**
 * The content of the recycle bins of a set's subscription. A set encrypts versions of its own subscription only, and
 * Azure does not return the keys of a deleted version.
 */
export function deletedVersionsNearSet(azure: Azure, set: ResourceId): Promise<DeletedVersionsNearSet> {
  return deletedVersionsIn(azure, [set.subscriptionId])
}

/** The content of all recycle bins of some subscriptions, of the first forty definitions that have one. */
export async function deletedVersionsIn(azure: Azure, subscriptions: string[]): Promise<DeletedVersionsNearSet> {
  const definitions = await definitionsWithBins(azure, subscriptions)
  const bins = await Promise.all(
    definitions.slice(0, mostDefinitions).map((id) => deletedVersionsIfListed(azure, parseDefinitionId(id))),
  )
  return {
    versions: bins.flatMap((bin) => bin ?? []),
    isComplete: definitions.length <= mostDefinitions && bins.every((bin) => bin !== undefined),
  }
}

// A gallery whose soft delete was turned off still has its policy.
async function definitionsWithBins(azure: Azure, subscriptions: string[]): Promise<string[]> {
  const galleries = await queryResourceGraph(azure, row, {
    query: `resources
| where type =~ 'microsoft.compute/galleries' and isnotempty(tostring(properties.softDeletePolicy))
| project id
| order by id asc`,
    subscriptions,
  })
  if (galleries.length === 0) return []
  const within = galleries.map(({ id }) => `id startswith ${kqlText(`${id}/`)}`).join(' or ')
  const definitions = await queryResourceGraph(azure, row, {
    query: `resources
| where type =~ 'microsoft.compute/galleries/images' and (${within})
| project id
| order by id asc`,
    subscriptions,
  })
  return definitions.map(({ id }) => id)
}
