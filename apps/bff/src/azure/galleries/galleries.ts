import { apiVersions, formatResourceId, parseResourceId, regionName, type ResourceId } from '@portal/arm'
import { type Gallery, hasSoftDelete } from '@portal/gallery'
import type { GallerySummary } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered } from '../arm/sdk-answers.ts'
import { armJson } from '../arm/sdk-operations.ts'
import { resourceGroupsOf } from '../subscriptions/resource-groups.ts'

const armGallery = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
})

const armGalleryProperties = z.object({
  sharingProfile: z.nullish(z.object({ permissions: z.optional(z.string()) })),
  softDeletePolicy: z.nullish(
    z.object({
      isSoftDeleteEnabled: z.nullish(z.boolean()),
      retentionPeriodInDays: z.nullish(z.number()),
      gracePeriodInDays: z.nullish(z.number()),
    }),
  ),
})

const armGalleryWithProperties = z.extend(armGallery, { properties: armGalleryProperties })

const sharing = z.enum(['Private', 'Groups', 'Community'])

const armResourceGroup = z.object({ name: z.string() })

/**
 * The galleries of a subscription, by name. ARM's list does not say how they are shared; `getGallery` does.
 * https://learn.microsoft.com/rest/api/compute/galleries/list
 */
export async function listGalleries(azure: Azure, subscriptionId: string): Promise<GallerySummary[]> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/galleries`
  const url = armUrl(path, { 'api-version': apiVersions.galleries.version })
  const [galleries, groups] = await Promise.all([
    allOf(armGallery, listAt(azure, url)),
    allOf(armResourceGroup, resourceGroupsOf(azure, subscriptionId)),
  ])
  return galleries
    .map(({ id, name, location }) => ({
      id: withGroupAsNamed(id, groups),
      name,
      location: regionName(location),
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}

// ARM returns resource groups in capitals in its lists of galleries; users know the original spelling.
function withGroupAsNamed(id: string, groups: z.output<typeof armResourceGroup>[]): string {
  const parts = parseResourceId(id)
  const group = groups.find(({ name }) => name.toLowerCase() === parts.resourceGroupName.toLowerCase())
  return group === undefined ? id : formatResourceId({ ...parts, resourceGroupName: group.name })
}

/**
 * One gallery with its sharing and its soft delete, by its ID or that of a child resource.
 * https://learn.microsoft.com/rest/api/compute/galleries/get
 */
export async function getGallery(
  azure: Azure,
  { subscriptionId, resourceGroupName, names }: ResourceId,
): Promise<Gallery> {
  // A cloud without soft delete might not have the API version that added it.
  const { version } = hasSoftDelete(azure.cloud.name) ? apiVersions.imageVersions : apiVersions.galleries
  const { galleries } = azure.compute(subscriptionId, version)
  const select = 'Permissions'
  return toGallery(
    await answered(
      armGalleryWithProperties,
      armJson((options) => galleries.get(resourceGroupName, names[0] ?? '', { select, ...options })),
    ),
  )
}

function toGallery({ id, name, location, properties }: z.output<typeof armGalleryWithProperties>): Gallery {
  const { sharingProfile, softDeletePolicy } = properties
  const permissions = z.safeParse(sharing, sharingProfile?.permissions)
  const { retentionPeriodInDays, gracePeriodInDays, isSoftDeleteEnabled } = softDeletePolicy ?? {}
  return {
    id,
    name,
    location: regionName(location),
    sharing: permissions.success ? permissions.data : 'Private',
    ...(softDeletePolicy && {
      softDeletePolicy: {
        isSoftDeleteEnabled: isSoftDeleteEnabled ?? false,
        ...(typeof retentionPeriodInDays === 'number' && { retentionPeriodInDays }),
        ...(typeof gracePeriodInDays === 'number' && { gracePeriodInDays }),
      },
    }),
  }
}
