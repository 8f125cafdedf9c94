import { formatResourceId, parentResourceId, parseVersionId } from '@portal/arm'
import { type RecentDefinition, versionEncryption } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armProvisioningState } from '../../arm/arm-states.ts'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraphPage } from '../../arm/resource-graph.ts'
import { defined } from '../../arm/wire-facts.ts'
import { encryptionSteps, versionSteps } from '../browse-image-versions.ts'

/** How many versions are looked at, and how many definitions are found among them at most. */
const latestVersions = 50
const maxDefinitions = 5

// Azure writes all dates of versions alike, so that as texts they have the order of time.
const latestFirst = 'order by tostring(profile.publishedDate) desc, tolower(id) asc'
const query = [
  'Resources',
  ...versionSteps,
  latestFirst,
  `take ${latestVersions}`,
  ...encryptionSteps(),
  latestFirst,
  'project id, state, encryption, published = tostring(profile.publishedDate)',
]
  .filter((step) => step !== false)
  .join('\n| ')

const row = z.object({
  id: z.string(),
  state: armProvisioningState,
  encryption: versionEncryption,
  published: z.string(),
})

/** The definitions whose versions were published last, each with the latest and whose keys encrypt it. One query. */
export async function recentDefinitions(azure: Azure): Promise<RecentDefinition[]> {
  const { rows } = await queryResourceGraphPage(azure, row, { query, top: latestVersions, skip: 0 })
  const definitions = new Map<string, RecentDefinition>()
  for (const version of rows) {
    const parent = parentResourceId(parseVersionId(version.id))
    if (parent === undefined) continue
    const id = formatResourceId(parent)
    // the latest of each is first
    if (!definitions.has(id.toLowerCase())) definitions.set(id.toLowerCase(), { id, version: toVersion(version) })
  }
  return [...definitions.values()].slice(0, maxDefinitions)
}

function toVersion({ id, state, encryption, published }: z.output<typeof row>): RecentDefinition['version'] {
  return { id, provisioningState: state, encryption, ...defined({ publishedDate: published || undefined }) }
}
