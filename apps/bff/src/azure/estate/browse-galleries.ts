import { regionName } from '@portal/arm'
import type { browseGalleries as endpoint, RequestOf, ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armProvisioningState } from '../arm/arm-states.ts'
import type { Azure } from '../arm/clients.ts'
import { queryResourceGraphPage } from '../arm/resource-graph.ts'
import { pageQuery, searchStep } from './page-query.ts'

const orders = {
  name: 'tolower(name)',
  resourceGroup: 'resourceGroup',
  location: 'location',
  definitions: 'definitions',
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  definitions: z.number(),
  provisioningState: armProvisioningState,
})

// Gallery names are unique in a subscription, so both identify the gallery of a definition.
const definitionsByGallery = `Resources
  | where type =~ 'microsoft.compute/galleries/images'
  | extend gallery = tolower(tostring(split(id, '/')[8]))
  | summarize count() by subscriptionId, gallery`

/** A page of galleries with how many image definitions each has. */
export async function browseGalleries(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    "where type =~ 'microsoft.compute/galleries'",
    searchStep('name', asked.search),
    'extend gallery = tolower(name)',
    `join kind=leftouter (${definitionsByGallery}) on subscriptionId, gallery`,
    'project id, name, location, resourceGroup, definitions = coalesce(count_, 0), provisioningState = tostring(properties.provisioningState)',
  ]
  const { total, rows } = await queryResourceGraphPage(
    azure,
    row,
    pageQuery(asked, { steps, orders: [orders[asked.sort]] }),
  )
  return { total, rows: rows.map((gallery) => ({ ...gallery, location: regionName(gallery.location) })) }
}
