import { apiVersions, regionName } from '@portal/arm'
import type { Region } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered, type PagedList } from '../arm/sdk-answers.ts'

const location = z.object({
  name: z.string(),
  displayName: z.string(),
  metadata: z.optional(
    z.object({
      regionType: z.optional(z.string()),
      geographyGroup: z.optional(z.string()),
      geography: z.optional(z.string()),
      physicalLocation: z.optional(z.string()),
    }),
  ),
  availabilityZoneMappings: z.optional(z.array(z.unknown())),
})

const provider = z.object({
  resourceTypes: z.array(z.object({ resourceType: z.string(), locations: z.optional(z.array(z.string())) })),
})

/**
 * All regions of a subscription in ARM's JSON.
 * https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations
 */
export function locationsOf(azure: Azure, subscriptionId: string): PagedList {
  const query = { 'api-version': apiVersions.subscriptions.version }
  return listAt(azure, armUrl(`/subscriptions/${subscriptionId}/locations`, query))
}

/**
 * The regions where the subscription can have image versions, by display name: its regions in which Compute offers
 * image versions. https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations
 */
export async function listRegions(azure: Azure, subscriptionId: string): Promise<Region[]> {
  const [locations, compute] = await Promise.all([
    allOf(location, locationsOf(azure, subscriptionId)),
    answered(provider, azure.resources(subscriptionId).providers.get('Microsoft.Compute')),
  ])
  const versions = compute.resourceTypes.find(
    ({ resourceType }) => resourceType.toLowerCase() === 'galleries/images/versions',
  )
  const offered = new Set((versions?.locations ?? []).map(regionName))
  // ARM answers zones for all regions of a subscription or, in its older versions, for none
  const tellsZones = locations.some((region) => region.availabilityZoneMappings !== undefined)
  return locations
    .filter(({ name, metadata }) => metadata?.regionType !== 'Logical' && offered.has(regionName(name)))
    .map(({ name, displayName, metadata = {}, availabilityZoneMappings: zones }) => ({
      name: regionName(name),
      displayName,
      ...(tellsZones && { hasAvailabilityZones: zones !== undefined && zones.length > 0 }),
      ...(metadata.geographyGroup && { geographyGroup: metadata.geographyGroup }),
      ...(metadata.geography && { geography: metadata.geography }),
      ...(metadata.physicalLocation && { physicalLocation: metadata.physicalLocation }),
    }))
    .sort((one, other) => one.displayName.localeCompare(other.displayName))
}
