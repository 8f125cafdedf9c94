import { versionEncryption, type EstateOverview } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { countedVersions } from './counted-versions.ts'

const versionsQuery = ['Resources', ...countedVersions(), 'summarize versions = sum(versions) by encryption'].join(
  '\n| ',
)
const versionsRow = z.object({ encryption: versionEncryption, versions: z.number() })

const beginningQuery = `Resources
| where type in~ ('microsoft.compute/galleries', 'microsoft.compute/galleries/images', 'microsoft.compute/diskencryptionsets')
| summarize resources = count() by type`
const beginningRow = z.object({ type: z.string(), resources: z.number() })

/**
 * How many versions the caller can see, by whose keys encrypt them; without any, how much is there to begin with. One
 * query, or two without any version.
 */
export async function estateOverview(azure: Azure): Promise<EstateOverview> {
  const rows = await queryResourceGraph(azure, versionsRow, { query: versionsQuery })
  const imageVersions = { platform: 0, customer: 0, double: 0, confidential: 0, mixed: 0 }
  for (const { encryption, versions } of rows) imageVersions[encryption] = versions
  return rows.length > 0 ? { imageVersions } : { imageVersions, beginning: await beginningOf(azure) }
}

async function beginningOf(azure: Azure): Promise<NonNullable<EstateOverview['beginning']>> {
  const rows = await queryResourceGraph(azure, beginningRow, { query: beginningQuery })
  const countOf = (type: string) => rows.find((row) => row.type === type)?.resources ?? 0
  return {
    galleries: countOf('microsoft.compute/galleries'),
    imageDefinitions: countOf('microsoft.compute/galleries/images'),
    diskEncryptionSets: countOf('microsoft.compute/diskencryptionsets'),
  }
}
