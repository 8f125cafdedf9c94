import { formatResourceId, parseGalleryId, resourceGroupId } from '@portal/arm'
import { galleryIssues, type NewGallery } from '@portal/gallery'
import * as z from 'zod/mini'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered, ifThere } from '../arm/sdk-answers.ts'
import { armJson } from '../arm/sdk-operations.ts'
import { ResourceExists } from '../arm/write-refusals.ts'
import { listRegions } from '../subscriptions/regions.ts'
import { resourceGroupsOf } from '../subscriptions/resource-groups.ts'
import { parseSubscriptionId } from '../subscriptions/subscription-id.ts'

const armResourceGroup = z.object({ name: z.string() })

/** The resource groups of a subscription and the regions with image versions, each by name. */
export async function galleryOptions(azure: Azure, subscriptionId: string) {
  const [groups, regions] = await Promise.all([
    allOf(armResourceGroup, resourceGroupsOf(azure, subscriptionId)),
    listRegions(azure, subscriptionId),
  ])
  const resourceGroupNames = groups.map(({ name }) => name).sort((one, other) => one.localeCompare(other))
  return { resourceGroupNames, regions }
}

const armGallery = z.object({ description: z.nullish(z.string()) })

/**
 * Creates a gallery with one PUT and returns its ID; a repeated call creates only one. Throws `RequestRefused` for a
 * name that Azure would refuse, `ResourceExists`, and as `atMostOnce` does.
 * https://learn.microsoft.com/rest/api/compute/galleries/create-or-update
 */
export async function createGallery(azure: Azure, gallery: NewGallery): Promise<string> {
  parseSubscriptionId(gallery.subscriptionId)
  const [issue] = galleryIssues(gallery, [])
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue.code}`)
  const { name, location, description } = gallery
  const id = parseGalleryId(`${resourceGroupId(gallery)}/providers/Microsoft.Compute/galleries/${name}`)
  const { galleries } = azure.compute(id.subscriptionId)
  const isThere = async () => {
    const found = await ifThere(answered(armGallery, galleries.get(id.resourceGroupName, name)))
    if (found !== undefined && (found.description ?? '') !== description) throw new ResourceExists()
    return found !== undefined
  }
  // A PUT would change an existing one.
  if (await isThere()) return formatResourceId(id)
  const sent = { location, ...(description !== '' && { description }) }
  const sending = armJson((options) => galleries.createOrUpdate(id.resourceGroupName, name, sent, options).submitted())
  await atMostOnce(sending, isThere)
  return formatResourceId(id)
}
