import { apiVersions, regionName } from '@portal/arm'
import type { VirtualNetwork } from '@portal/virtual-machine'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'

const armVirtualNetwork = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.object({
    subnets: z.nullish(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          properties: z.object({
            addressPrefix: z.nullish(z.string()),
            addressPrefixes: z.nullish(z.array(z.string())),
            defaultOutboundAccess: z.nullish(z.boolean()),
          }),
        }),
      ),
    ),
  }),
})

/**
 * The virtual networks of a subscription, by name.
 * https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/list-all
 */
export async function listVirtualNetworks(azure: Azure, subscriptionId: string): Promise<VirtualNetwork[]> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/virtualNetworks`
  const networks = await allOf(
    armVirtualNetwork,
    listAt(azure, armUrl(path, { 'api-version': apiVersions.networks.version })),
  )
  return networks
    .map(({ id, name, location, properties }) => ({
      id,
      name,
      location: regionName(location),
      subnets: (properties.subnets ?? []).map((subnet) => ({
        id: subnet.id,
        name: subnet.name,
        addressPrefix: subnet.properties.addressPrefix ?? subnet.properties.addressPrefixes?.join(', ') ?? '',
        // Subnets from before private ones don't have the property.
        isPrivate: subnet.properties.defaultOutboundAccess === false,
      })),
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}
