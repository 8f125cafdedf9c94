import { regionName, type ResourceId } from '@portal/arm'
import type { Gallery } from '@portal/image-version'
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

/** The galleries of a subscription, by name. ARM's list does not tell how they are shared; `getGallery` does. */
export async function listGalleries(azure: Azure, subscriptionId: string): Promise<Gallery[]> {
  const galleries = await allOf(armGallery, azure.compute(subscriptionId).galleries.list())
  return galleries.map(toGallery).sort((one, other) => one.name.localeCompare(other.name))
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
