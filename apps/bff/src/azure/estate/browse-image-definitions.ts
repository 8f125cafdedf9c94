import { formatResourceId, parseGalleryId } from '@portal/arm'
import type { browseImageDefinitions as endpoint, RequestOf, ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armProvisioningState } from '../arm/arm-states.ts'
import type { Azure } from '../arm/clients.ts'
import { kqlText } from '../arm/resource-graph.ts'
import { armImageDefinition, toImageDefinition } from '../galleries/image-definitions.ts'
import { queryPage, searchStep } from './page-query.ts'

const orders = {
  name: 'tolower(name)',
  osType: 'tostring(properties.osType)',
  osState: 'tostring(properties.osState)',
  hyperVGeneration: 'tostring(properties.hyperVGeneration)',
  versions: 'versions',
}

const { id, name, location, ...properties } = armImageDefinition.shape
const row = z.object({
  id,
  name,
  location,
  properties: z.object({ ...properties, provisioningState: armProvisioningState }),
  versions: z.number(),
})

/** A page of a gallery's image definitions with how many versions each has. */
export async function browseImageDefinitions(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const gallery = parseGalleryId(asked.galleryId)
  const below = kqlText(`${formatResourceId(gallery)}/images/`)
  const versionsByDefinition = `Resources
    | where type =~ 'microsoft.compute/galleries/images/versions' and id startswith ${below}
    | extend definition = tolower(tostring(split(id, '/')[10]))
    | summarize count() by definition`
  const steps = [
    `where type =~ 'microsoft.compute/galleries/images' and id startswith ${below}`,
    searchStep('name', asked.search),
    'extend definition = tolower(name)',
    `join kind=leftouter (${versionsByDefinition}) on definition`,
    'project id, name, location, properties, versions = coalesce(count_, 0)',
  ]
  const { total, rows } = await queryPage(azure, row, {
    asked: { ...asked, subscriptionId: gallery.subscriptionId },
    steps,
    orders: [orders[asked.sort], orders.name],
  })
  return {
    total,
    rows: rows.map(({ properties: told, versions, ...definition }) => ({
      ...toImageDefinition({ ...definition, ...told }),
      versions,
      provisioningState: told.provisioningState,
    })),
  }
}
