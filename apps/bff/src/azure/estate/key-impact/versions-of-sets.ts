import { regionName } from '@portal/arm'
import type { KeyImpactFacts } from '@portal/disk-encryption'
import { confidentialSetOf, storedTargetRegion, type StoredVersionRegion } from '@portal/image-version'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'
import { inBatches, subscriptionsOf } from './in-batches.ts'

type VersionFacts = KeyImpactFacts['versions'][number]

const row = z.object({
  id: z.string(),
  location: z.string(),
  targetRegions: z.nullish(
    z.array(z.object({ name: z.string(), encryption: z.nullish(storedTargetRegion.shape.encryption) })),
  ),
})

// Each is a search in the text of every version.
const setsOfQuery = 25

/** The versions with one of the sets in a target region. A set encrypts versions of its own subscription only. */
export async function versionsOfSets(azure: Azure, sets: readonly { id: string }[]): Promise<VersionFacts[]> {
  const wanted = new Set(sets.map(({ id }) => id.toLowerCase()))
  const found = await inBatches(
    sets.map(({ id }) => id),
    (batch) => {
      const names = batch.map((id) => `regions contains ${kqlText(id)}`).join(' or ')
      const step = `extend regions = tostring(properties.publishingProfile.targetRegions)\n| where ${names}`
      return askVersions(azure, step, subscriptionsOf(batch))
    },
    setsOfQuery,
  )
  // The text of a set's ID is also in that of another one whose name begins alike.
  const concerned = found.filter(({ regions }) =>
    regions.some(({ setIds }) => setIds.some((id) => wanted.has(id.toLowerCase()))),
  )
  return [...new Map(concerned.map((version) => [version.id.toLowerCase(), version])).values()]
}

/** The versions that a step of a query keeps, each with the sets of its regions. */
export async function askVersions(azure: Azure, step: string, subscriptions: string[]): Promise<VersionFacts[]> {
  const query = `Resources
| where type =~ 'microsoft.compute/galleries/images/versions'
| ${step}
| project id, location, targetRegions = properties.publishingProfile.targetRegions
| order by id asc`
  const rows = await queryResourceGraph(azure, row, { query, subscriptions })
  return rows.map(({ id, location, targetRegions }) => ({
    id,
    location: regionName(location),
    regions: (targetRegions ?? []).map(({ name, encryption }) => ({
      name: regionName(name),
      setIds: setIdsIn(encryption),
    })),
  }))
}

function setIdsIn(encryption: StoredVersionRegion['encryption'] | null): string[] {
  const { osDiskImage, dataDiskImages = [] } = encryption ?? {}
  const ids = [
    osDiskImage?.diskEncryptionSetId,
    osDiskImage?.securityProfile?.secureVMDiskEncryptionSetId,
    ...dataDiskImages.map((image) => confidentialSetOf(image) ?? image.diskEncryptionSetId),
  ].filter((id) => id !== undefined)
  return [...new Set(ids)]
}
