import { formatResourceId, parseResourceId, regionName, type ResourceId } from '@portal/arm'
import type { Gallery } from '@portal/image-version'
import type { GallerySummary } from '@portal/portal-api'
import * as z from 'zod/mini'
import { allOf, answered } from './answered.ts'
import type { Azure } from './clients.ts'

const armGallery = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  sharingProfile: z.nullish(z.object({ permissions: z.optional(z.string()) })),
})

const sharing = z.enum(['Private', 'Groups', 'Community'])

const armResourceGroup = z.object({ name: z.string() })

/** The galleries of a subscription, by name. ARM's list does not tell how they are shared; `getGallery` does. */
export async function listGalleries(azure: Azure, subscriptionId: string): Promise<GallerySummary[]> {
  const [galleries, groups] = await Promise.all([
    allOf(armGallery, azure.compute(subscriptionId).galleries.list()),
    allOf(armResourceGroup, azure.resources(subscriptionId).resourceGroups.list()),
  ])
  return galleries
    .map(({ id, name, location }) => ({
      id: withGroupAsNamed(id, groups),
      name,
      location: regionName(location),
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}

// ARM writes resource groups in capitals in its lists of galleries; people know theirs as they named them.
function withGroupAsNamed(id: string, groups: z.output<typeof armResourceGroup>[]): string {
  const parts = parseResourceId(id)
  const group = groups.find(({ name }) => name.toLowerCase() === parts.resourceGroupName.toLowerCase())
  return group === undefined ? id : formatResourceId({ ...parts, resourceGroupName: group.name })
}

/** One gallery with its sharing. https://learn.microsoft.com/rest/api/compute/galleries/get */
export async function getGallery(
  azure: Azure,
  { subscriptionId, resourceGroupName, names }: ResourceId,
): Promise<Gallery> {
  const { galleries } = azure.compute(subscriptionId)
  return toGallery(
    await answered(armGallery, galleries.get(resourceGroupName, names[0] ?? '', { select: 'Permissions' })),
  )
}

function toGallery({ id, name, location, sharingProfile }: z.output<typeof armGallery>): Gallery {
  const permissions = z.safeParse(sharing, sharingProfile?.permissions)
  return { id, name, location: regionName(location), sharing: permissions.success ? permissions.data : 'Private' }
}
