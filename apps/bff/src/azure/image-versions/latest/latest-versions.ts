import { formatResourceId, parseVersionId, regionName, type ResourceId } from '@portal/arm'
import { compareVersionNames } from '@portal/gallery'
import { imageVersionApiVersion, revocationOf, storedVersion, type StoredVersion } from '@portal/image-version'
import type { LatestVersions } from '@portal/portal-api'
import { isBusyState, type LatestCandidate, latestOfRegions, type RecordOfVersions } from '@portal/version-update'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../../arm/arm-request.ts'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraphPage } from '../../arm/resource-graph.ts'
import { allOf, ifThere } from '../../arm/sdk-answers.ts'
import { defined } from '../../arm/wire-facts.ts'
import { readImageVersion } from '../../galleries/image-version-wire.ts'
import { withoutNulls } from '../../galleries/stored-version.ts'

const mostChanges = 500
/** Resource Graph keeps changes for 14 days. */
const retention = 14 * 24 * 60 * 60_000

const named = z.extend(storedVersion, { name: z.string() })

/** What *latest* gives in each region of a definition and since when; all versions, the highest number first. */
export async function latestVersions(azure: Azure, definition: ResourceId): Promise<LatestVersions> {
  const [versions, record] = await Promise.all([latestCandidates(azure, definition), recordOf(azure, definition)])
  return {
    versions,
    regions: latestOfRegions(versions, record).map(({ region, version, since, previous }) => ({
      region,
      ...(version && defined({ versionId: version.id, since, previousId: previous?.id })),
    })),
  }
}

/**
 * The versions of a definition with the facts that decide which one is the latest. Azure's list has no replication: it
 * is read for each version with an operation in progress, for the others their state says it.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/list-by-gallery-image
 */
export async function latestCandidates(azure: Azure, definition: ResourceId): Promise<LatestCandidate[]> {
  const url = armUrl(`${formatResourceId(definition)}/versions`, { 'api-version': imageVersionApiVersion })
  const listed = await allOf(z.pipe(z.transform(withoutNulls), named), listAt(azure, url))
  const candidates = await Promise.all(listed.map((version) => toCandidate(azure, version)))
  return candidates.sort((one, other) => compareVersionNames(other.name, one.name))
}

async function toCandidate(azure: Azure, version: StoredVersion & { name: string }): Promise<LatestCandidate> {
  const { id, name, properties } = version
  const { provisioningState = '', publishingProfile } = properties
  const replicated = isBusyState(provisioningState) ? await replicatedRegions(azure, id) : undefined
  return {
    id,
    name,
    provisioningState,
    excludeFromLatest: publishingProfile.excludeFromLatest ?? false,
    isRevoked: revocationOf(version) !== undefined,
    ...defined({ publishedDate: publishingProfile.publishedDate }),
    regions: publishingProfile.targetRegions.map((region) => ({
      name: regionName(region.name),
      excludeFromLatest: region.excludeFromLatest ?? false,
      isReplicated: replicated?.has(regionName(region.name)) ?? provisioningState === 'Succeeded',
    })),
  }
}

async function replicatedRegions(azure: Azure, id: string): Promise<Set<string>> {
  const read = readImageVersion(azure, parseVersionId(id))
  const summary = (await ifThere(read))?.wire.properties.replicationStatus?.summary ?? []
  return new Set(summary.filter(({ state }) => state === 'Completed').map(({ region }) => regionName(region)))
}

const change = z.object({
  resourceId: z.string(),
  changeType: z.enum(['Create', 'Update', 'Delete']),
  changedAt: z.string(),
  changes: z.nullish(
    z.record(z.string(), z.object({ previousValue: z.nullish(z.union([z.string(), z.boolean(), z.number()])) })),
  ),
})

async function recordOf(azure: Azure, definition: ResourceId): Promise<RecordOfVersions> {
  const query = [
    'resourcechanges',
    'extend target = tolower(tostring(properties.targetResourceId))',
    `where target startswith ${kqlText(`${formatResourceId(definition).toLowerCase()}/versions/`)}`,
    `project id, resourceId = tostring(properties.targetResourceId), changeType = tostring(properties.changeType),
      changedAt = tostring(properties.changeAttributes.timestamp), changes = properties.changes`,
    'order by changedAt desc, id asc',
  ].join('\n| ')
  const { total, rows } = await queryResourceGraphPage(azure, change, { query, top: mostChanges, skip: 0 })
  const start = new Date(Date.parse(azure.now()) - retention).toISOString()
  return {
    from: total > rows.length ? (rows.at(-1)?.changedAt ?? start) : start,
    changes: rows.map(({ changes, changedAt, ...row }) => ({
      ...row,
      time: changedAt,
      properties: Object.entries(changes ?? {}).map(([path, { previousValue }]) => ({
        path,
        ...defined({
          before: previousValue === null || previousValue === undefined ? undefined : String(previousValue),
        }),
      })),
    })),
  }
}
