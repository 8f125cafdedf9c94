import { apiVersions, regionName } from '@portal/arm'
import { nearQuota, type GalleryQuota } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { queryResourceGraph } from '../arm/resource-graph.ts'
import { allOf, unlessHidden } from '../arm/sdk-answers.ts'
import { parseSubscriptionId } from '../subscriptions/subscription-id.ts'

// Versions of one subscription mostly have the same regions: each such group is looked at once.
const versionsQuery = `Resources
| where type =~ 'microsoft.compute/galleries/images/versions'
| project subscriptionId, targets = tostring(properties.publishingProfile.targetRegions),
    each = coalesce(toint(properties.publishingProfile.replicaCount), 1)
| summarize alike = count() by subscriptionId, targets, each
| mv-expand target = parse_json(targets)
| extend replicas = alike * coalesce(toint(target.regionalReplicaCount), each)
| summarize versions = sum(alike), replicas = sum(replicas) by subscriptionId, location = tostring(target.name)
| project id = subscriptionId, location, versions, replicas
| order by id asc, location asc`
const versionsRow = z.object({ id: z.string(), location: z.string(), versions: z.number(), replicas: z.number() })

const othersQuery = `Resources
| where type in~ ('microsoft.compute/galleries', 'microsoft.compute/galleries/images')
| summarize galleries = countif(type =~ 'microsoft.compute/galleries'),
    definitions = countif(type =~ 'microsoft.compute/galleries/images') by subscriptionId, location
| project id = subscriptionId, location, galleries, definitions
| order by id asc, location asc`
const othersRow = z.object({ id: z.string(), location: z.string(), galleries: z.number(), definitions: z.number() })

const limits = { Gallery: 100, GalleryImage: 1_000, GalleryImageVersion: 10_000 } as const
const fewestAsked = 100
const mostAsked = 5

/** How much is used of Azure's limits on galleries, as portal-api has it: in one subscription, or where it matters. */
export async function galleryQuotas(azure: Azure, subscriptionId?: string): Promise<GalleryQuota[]> {
  const within = subscriptionId === undefined ? {} : { subscriptions: [parseSubscriptionId(subscriptionId)] }
  const [versions, others] = await Promise.all([
    queryResourceGraph(azure, versionsRow, { query: versionsQuery, ...within }),
    queryResourceGraph(azure, othersRow, { query: othersQuery, ...within }),
  ])
  const found = [
    ...(await withOwnLimits(azure, versionQuotas(versions))),
    ...others.flatMap(({ id, location, galleries, definitions }): GalleryQuota[] => {
      const place = { subscriptionId: id, location: regionName(location) }
      return [
        { ...place, quota: 'Gallery', used: galleries, limit: limits.Gallery },
        { ...place, quota: 'GalleryImage', used: definitions, limit: limits.GalleryImage },
      ]
    }),
  ].toSorted((one, other) => other.used / other.limit - one.used / one.limit)
  if (subscriptionId !== undefined) return found
  const isFullest = (one: GalleryQuota) => found.find(({ quota }) => quota === one.quota) === one
  return found.filter((one) => one.used >= one.limit * nearQuota || isFullest(one))
}

function versionQuotas(rows: readonly z.output<typeof versionsRow>[]): GalleryQuota[] {
  // Azure spells a region in more than one way.
  const byPlace = Map.groupBy(rows, ({ id, location }) => `${id} ${regionName(location)}`)
  return [...byPlace].map(([place, spelled]) => {
    const [subscriptionId = '', location = ''] = place.split(' ')
    const sumOf = (key: 'versions' | 'replicas') => spelled.reduce((sum, row) => sum + row[key], 0)
    const limit = limits.GalleryImageVersion
    const [used, replicas] = [sumOf('versions'), sumOf('replicas')]
    return { quota: 'GalleryImageVersion', subscriptionId, location, used, limit, replicas }
  })
}

/** Azure can have set another limit for a subscription: it is asked where so many versions are that this can matter. */
async function withOwnLimits(azure: Azure, quotas: GalleryQuota[]): Promise<GalleryQuota[]> {
  const asked = quotas
    .filter(({ used }) => used >= fewestAsked)
    .toSorted((one, other) => other.used - one.used)
    .slice(0, mostAsked)
  const own = new Map(
    await Promise.all(
      asked.map(async (one) => {
        const usages = (await unlessHidden(listUsages(azure, one))) ?? []
        return [one, usages.find(({ name }) => name.value === one.quota)?.limit] as const
      }),
    ),
  )
  return quotas.map((one) => ({ ...one, limit: own.get(one) ?? one.limit }))
}

const usage = z.object({ name: z.object({ value: z.string() }), limit: z.number() })

/** https://learn.microsoft.com/rest/api/compute/usage/list */
export function listUsages(
  azure: Azure,
  { subscriptionId, location }: { subscriptionId: string; location: string },
): Promise<z.output<typeof usage>[]> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/locations/${location}/usages`
  return allOf(usage, listAt(azure, armUrl(path, { 'api-version': apiVersions.virtualMachines.version })))
}
