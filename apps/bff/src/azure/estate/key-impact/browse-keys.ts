import { regionName } from '@portal/arm'
import type { browseKeys as endpoint, RequestOf, ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { pageQuery, searchStep } from '../page-query.ts'
import { queryResourceGraphPage } from '../resource-graph.ts'

const row = z.object({ id: z.string(), sets: z.number(), locations: z.array(z.string()) })
const orders: Record<RequestOf<typeof endpoint>['sort'], string> = { key: 'id', sets: 'sets' }

/** A page of the keys that sets use, whatever their versions, with how many sets each has. */
export async function browseKeys(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    "where type =~ 'microsoft.compute/diskencryptionsets'",
    "extend parts = split(tolower(tostring(properties.activeKey.keyUrl)), '/')",
    // of https://{vault}.vault.azure.net/keys/{key}/{version}
    "extend id = strcat('https://', parts[2], '/keys/', parts[4])",
    'where isnotempty(tostring(parts[4]))',
    searchStep('id', asked.search),
    'summarize sets = count(), locations = make_set(location, 100) by id',
  ]
  const query = pageQuery(asked, { steps, orders: [orders[asked.sort]] })
  const { total, rows } = await queryResourceGraphPage(azure, row, query)
  return {
    total,
    rows: rows.map(({ id, sets, locations }) => ({ id, sets, locations: locations.map(regionName).sort() })),
  }
}
