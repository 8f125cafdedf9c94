import { parseVersionId, regionName, type ResourceId } from '@portal/arm'
import { type SetsOfDisk, setsOfDisks } from '@portal/image-version'
import {
  diskEncryption,
  type browseImageVersionUses as endpoint,
  type ImageVersionUseRow,
  type RequestOf,
  type ResponseOf,
  usageKind,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText } from '../../arm/resource-graph.ts'
import { defined } from '../../arm/wire-facts.ts'
import { getImageVersion } from '../../image-versions/image-versions.ts'
import { queryPage, searchStep } from '../page-query.ts'
import { revokedSteps, usesSteps } from './uses-query.ts'

type Asked = RequestOf<typeof endpoint>

const orders: Record<Asked['sort'], string> = {
  name: 'tolower(name)',
  kind: 'useKind',
  version: 'version',
  location: 'location',
  encryption: 'encryption',
}

/** Of a disk, in rows and in counts: `os` or its LUN, and what encrypts it; all '' for anything else. */
export const diskInGraph = { disk: z.string(), encryption: z.string(), setId: z.string() }

const row = z.object({
  id: z.string(),
  name: z.string(),
  useKind: usageKind,
  location: z.string(),
  version: z.string(),
  latestVersion: z.string(),
  isOutdated: z.boolean(),
  followsLatest: z.boolean(),
  managedBy: z.nullish(z.string()),
  instances: z.nullish(z.number()),
  ofVersion: z.number(),
  isRevoked: z.boolean(),
  ...diskInGraph,
})

/**
 * A page of the machines, scale sets and disks that were created from a version, that its definition has on a lower
 * number than the latest, or of the version's disks with another key than the version's.
 */
export async function browseImageVersionUses(azure: Azure, asked: Asked): Promise<ResponseOf<typeof endpoint>> {
  const version = parseVersionId(asked.imageVersionId)
  const steps = [
    ...usesSteps(version),
    asked.shown === 'outdated' ? 'where isOutdated' : 'where isOfVersion',
    asked.shown === 'otherKey' && (await otherKeyStep(azure, version)),
    searchStep('name', asked.search),
    asked.kind !== undefined && `where useKind == ${kqlText(asked.kind)}`,
    asked.location !== undefined && `where location == ${kqlText(asked.location)}`,
    revokedSteps(version),
    `project id, name, useKind, location, version, latestVersion, isOutdated, followsLatest, managedBy, instances, ofVersion, disk,
      encryption, setId, isRevoked = isnotempty(revoked)`,
  ]
  const { total, rows } = await queryPage(azure, row, { asked, steps, orders: [orders[asked.sort], orders.name] })
  return { total, rows: rows.map(toRow) }
}

function toRow(found: z.output<typeof row>): ImageVersionUseRow {
  const { useKind, latestVersion, managedBy, instances, ofVersion, disk, encryption, setId, ...same } = found
  return {
    ...same,
    kind: useKind,
    location: regionName(same.location),
    ...defined({
      latest: latestVersion || undefined,
      managedBy: managedBy || undefined,
      instances: typeof instances === 'number' ? { total: instances, ofVersion } : undefined,
      disk: toDisk({ disk, encryption, setId }),
    }),
  }
}

/** A disk as the portal answers it; undefined for what is none. */
export function toDisk({
  disk,
  encryption,
  setId,
}: z.output<z.ZodMiniObject<typeof diskInGraph>>): ImageVersionUseRow['disk'] {
  if (disk === '') return undefined
  return {
    disk: disk === 'os' ? 'os' : Number(disk),
    encryption: diskEncryption.safeParse(encryption).data ?? 'unknown',
    ...(setId !== '' && { diskEncryptionSetId: setId }),
  }
}

// Disks of a region where the version has a set, but neither that nor the other one of a confidential disk.
async function otherKeyStep(azure: Azure, version: ResourceId): Promise<string> {
  const sets = setsOfDisks(await getImageVersion(azure, version))
  const placeOf = ({ location, disk }: SetsOfDisk) => `${location} ${disk}`
  const listOf = (places: string[]) => `(${places.map(kqlText).join(', ')})`
  const bySet = Map.groupBy(
    sets.flatMap((one) => one.diskEncryptionSetIds.map((id) => ({ id: id.toLowerCase(), place: placeOf(one) }))),
    ({ id }) => id,
  )
  if (bySet.size === 0) return 'where false'
  const asVersion = [...bySet].map(
    ([id, places]) => `(setId =~ ${kqlText(id)} and place in ${listOf(places.map(({ place }) => place))})`,
  )
  return [
    "extend place = strcat(location, ' ', disk)",
    `where useKind == 'disk' and place in ${listOf(sets.map(placeOf))} and not(${asVersion.join(' or ')})`,
  ].join('\n| ')
}
