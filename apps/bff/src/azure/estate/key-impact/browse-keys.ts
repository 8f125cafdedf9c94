import { regionName } from '@portal/arm'
import type { browseKeys as endpoint, RequestOf, ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraphPage, queryResourceGraph } from '../../arm/resource-graph.ts'
import { pageQuery, searchStep } from '../page-query.ts'
import { inChunks, kqlList } from '../query-chunks.ts'

const row = z.object({ id: z.string(), sets: z.number(), locations: z.array(z.string()), stops: z.number() })
const counted = z.object({ id: z.string(), versions: z.number() })
const orders: Record<RequestOf<typeof endpoint>['sort'], string[]> = {
  stops: ['stops', 'sets'],
  key: ['id'],
  sets: ['sets'],
}

// of https://{vault}.vault.azure.net/keys/{key}/{version}
const setsByKey = [
  "where type =~ 'microsoft.compute/diskencryptionsets'",
  "extend setId = tolower(id), parts = split(tolower(tostring(properties.activeKey.keyUrl)), '/')",
  "extend id = strcat('https://', parts[2], '/keys/', parts[4])",
  'where isnotempty(tostring(parts[4]))',
]

// The running machines of each set, through their disks: https://learn.microsoft.com/rest/api/compute/disks/get
const runningBySet = `Resources
  | where type =~ 'microsoft.compute/disks' and isnotempty(managedBy)
  | project machine = tolower(managedBy), setId = tolower(coalesce(
      tostring(properties.securityProfile.secureVMDiskEncryptionSetId), tostring(properties.encryption.diskEncryptionSetId)))
  | where isnotempty(setId)
  | join kind=inner (Resources
    | where type =~ 'microsoft.compute/virtualmachines'
    | where tostring(properties.extended.instanceView.powerState.code) =~ 'PowerState/running'
    | project machine = tolower(id)) on machine
  | distinct setId, machine`

/** A page of the keys that sets use, whatever their versions, with their sets and with what they keep running. */
export async function browseKeys(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    ...setsByKey,
    searchStep('id', asked.search),
    'project id, setId, location',
    `join kind=leftouter (${runningBySet}) on setId`,
    'summarize setIds = make_set(setId), locations = make_set(location, 100), machines = make_set(machine) by id',
    'project id, sets = array_length(setIds), locations, stops = array_length(machines)',
  ]
  const query = pageQuery({ asked, steps, orders: orders[asked.sort] })
  const { total, rows } = await queryResourceGraphPage(azure, row, query)
  const { subscriptions } = query
  const versions = await versionsByKey(
    azure,
    rows.map(({ id }) => id),
    subscriptions,
  )
  return {
    total,
    rows: rows.map(({ locations, ...key }) => ({
      ...key,
      locations: locations.map(regionName).sort(),
      versions: versions.get(key.id) ?? 0,
    })),
  }
}

/**
 * How many image versions each of the keys encrypts, in one query for a hundred keys. Versions of one definition mostly
 * have the same regions and sets: the IDs in each such group are looked at once.
 */
async function versionsByKey(
  azure: Azure,
  keys: readonly string[],
  subscriptions: string[] | undefined,
): Promise<Map<string, number>> {
  const found = await inChunks(keys, (chunk) =>
    queryResourceGraph(azure, counted, {
      query: `Resources
| where type =~ 'microsoft.compute/galleries/images/versions'
| summarize versions = count() by targets = tostring(properties.publishingProfile.targetRegions)
| where targets contains '/diskEncryptionSets/'
| mv-expand region = parse_json(targets)
| mv-expand part = split(tolower(tostring(region.encryption)), '/subscriptions/') to typeof(string) limit 400
| where part contains '/diskencryptionsets/'
| extend setId = strcat('/subscriptions/', split(part, '"')[0])
| distinct targets, versions, setId
| join kind=inner (Resources
  | ${setsByKey.join('\n  | ')}
  | where id in~ ${kqlList(chunk)}
  | project id, setId) on setId
| distinct id, targets, versions
| summarize versions = sum(versions) by id
| order by id asc`,
      ...(subscriptions && { subscriptions }),
    }),
  )
  return new Map(found.map(({ id, versions }) => [id, versions]))
}
