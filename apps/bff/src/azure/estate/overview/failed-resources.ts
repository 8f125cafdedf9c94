import type { listFailedResources as endpoint, ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraphPage } from '../../arm/resource-graph.ts'

const shown = 5

// A machine of another image is none of this portal's business.
const query = `Resources
| where type in~ ('microsoft.compute/galleries/images/versions', 'microsoft.compute/virtualmachines')
| where tostring(properties.provisioningState) == 'Failed'
| where type =~ 'microsoft.compute/galleries/images/versions' or tostring(properties.storageProfile.imageReference.id) contains '/galleries/'
| project id, type, since = coalesce(tostring(properties.publishingProfile.publishedDate), tostring(properties.timeCreated))
| order by since desc, tolower(id) asc`

const kinds = {
  'microsoft.compute/galleries/images/versions': 'imageVersion',
  'microsoft.compute/virtualmachines': 'virtualMachine',
} as const

const row = z.object({
  id: z.string(),
  type: z.enum(['microsoft.compute/galleries/images/versions', 'microsoft.compute/virtualmachines']),
  since: z.nullish(z.string()),
})

/** The latest image versions and machines from them in state `Failed`, and how many there are. One query. */
export async function failedResources(azure: Azure): Promise<ResponseOf<typeof endpoint>> {
  const { total, rows } = await queryResourceGraphPage(azure, row, { query, top: shown, skip: 0 })
  return { total, rows: rows.map(({ id, type, since }) => ({ id, kind: kinds[type], ...(since && { since }) })) }
}
