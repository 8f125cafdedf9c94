import { type browseGalleries as endpoint, galleryRow, type RequestOf, type ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armProvisioningState } from '../arm/arm-states.ts'
import type { Azure } from '../arm/clients.ts'
import { graphRow, queryPage, searchStep } from './page-query.ts'

const orders = {
  name: 'tolower(name)',
  resourceGroup: 'resourceGroup',
  location: 'location',
  definitions: 'definitions',
}

const row = graphRow(z.extend(galleryRow, { provisioningState: armProvisioningState }))

// Gallery names are unique in a subscription, so both identify the gallery of a definition.
const definitionsByGallery = `Resources
  | where type =~ 'microsoft.compute/galleries/images'
  | extend gallery = tolower(tostring(split(id, '/')[8]))
  | summarize count() by subscriptionId, gallery`

/** A page of galleries with how many image definitions each has. */
export function browseGalleries(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    "where type =~ 'microsoft.compute/galleries'",
    searchStep('name', asked.search),
    'extend gallery = tolower(name)',
    `join kind=leftouter (${definitionsByGallery}) on subscriptionId, gallery`,
    'project id, name, location, resourceGroup, definitions = coalesce(count_, 0), provisioningState = tostring(properties.provisioningState)',
  ]
  return queryPage(azure, row, { asked, steps, orders: [orders[asked.sort]] })
}
