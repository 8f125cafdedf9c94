import { formatResourceId, InvalidResourceId, parseResourceId, resourceType, type ResourceId } from '@portal/arm'
import type { DeletionFacts } from '@portal/gallery'
import { imageVersionApiVersion } from '@portal/image-version'
import type { Permission } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl } from '../arm/arm-request.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { answered, ifThere, unlessHidden } from '../arm/sdk-answers.ts'
import { armJson, sdkPathOf } from '../arm/sdk-operations.ts'
import { listLocks } from '../subscriptions/locks.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { getGallery } from './galleries.ts'
import { deletedVersionsIfListed } from './soft-delete/deleted-versions.ts'

// What each type has below it.
const below = new Map([
  ['microsoft.compute/galleries', 'images'],
  ['microsoft.compute/galleries/images', 'versions'],
  ['microsoft.compute/galleries/images/versions', undefined],
])

/** The parts of the id of a gallery, an image definition or a version. Throws `InvalidResourceId` for any other. */
export function parseGalleryResourceId(id: string): ResourceId {
  const parsed = parseResourceId(id)
  if (!below.has(resourceType(parsed).toLowerCase()))
    throw new InvalidResourceId(id, 'it is no gallery, image definition or image version')
  return parsed
}

const armResource = z.object({
  properties: z.object({
    provisioningState: z.string(),
    publishingProfile: z.nullish(z.object({ endOfLifeDate: z.nullish(z.string()) })),
    safetyProfile: z.nullish(
      z.object({
        allowDeletionOfReplicatedLocations: z.nullish(z.boolean()),
        blockDeletionBeforeEndOfLife: z.nullish(z.boolean()),
      }),
    ),
  }),
})

const children = z.object({ value: z.array(z.object({ name: z.string() })) })

/** What decides whether Azure can delete it, and whether the caller has permission. */
export async function getDeletion(
  azure: Azure,
  id: ResourceId,
): Promise<{ facts: DeletionFacts; permission: Permission }> {
  const [{ properties }, childNames, permissionFor, ofBin, locks = []] = await Promise.all([
    readResource(azure, id),
    readChildNames(azure, id),
    permissionsAt(azure, formatResourceId(id)),
    readRecycleBin(azure, id),
    unlessHidden(listLocks(azure, formatResourceId(id))),
  ])
  const { provisioningState, publishingProfile, safetyProfile } = properties
  return {
    facts: {
      provisioningState,
      childNames,
      ...ofBin,
      ...(publishingProfile?.endOfLifeDate && { endOfLifeDate: publishingProfile.endOfLifeDate }),
      blockDeletionBeforeEndOfLife: safetyProfile?.blockDeletionBeforeEndOfLife ?? false,
      locksReplicatedLocations: safetyProfile?.allowDeletionOfReplicatedLocations === false,
      locks: locks.map(({ scope, level }) => ({ scope, level })),
      now: azure.now(),
    },
    permission: permissionFor(`${resourceType(id)}/delete`),
  }
}

/** Starts the deletion. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/delete and its sisters */
export async function deleteGalleryResource(azure: Azure, id: ResourceId): Promise<void> {
  await atMostOnce(armJson(operationsOn(azure, id).delete), async () => {
    const after = await ifThere(readResource(azure, id))
    return after === undefined || after.properties.provisioningState === 'Deleting'
  })
}

function readResource(azure: Azure, id: ResourceId): Promise<z.output<typeof armResource>> {
  return answered(armResource, armJson(operationsOn(azure, id).get))
}

function operationsOn(azure: Azure, id: ResourceId): Record<'get' | 'delete', Parameters<typeof armJson>[0]> {
  const { galleries, galleryImages, galleryImageVersions } = azure.compute(id.subscriptionId, imageVersionApiVersion)
  const [group, gallery, image, version] = sdkPathOf(id)
  if (image === '')
    return {
      get: (options) => galleries.get(group, gallery, options),
      delete: (options) => galleries.delete(group, gallery, options).submitted(),
    }
  if (version === '')
    return {
      get: (options) => galleryImages.get(group, gallery, image, options),
      delete: (options) => galleryImages.delete(group, gallery, image, options).submitted(),
    }
  return {
    get: (options) => galleryImageVersions.get(group, gallery, image, version, options),
    delete: (options) => galleryImageVersions.delete(group, gallery, image, version, options).submitted(),
  }
}

// The first page is enough: Azure refuses for one version as for a thousand.
async function readChildNames(azure: Azure, id: ResourceId): Promise<string[]> {
  const kind = below.get(resourceType(id).toLowerCase())
  if (kind === undefined) return []
  const url = armUrl(`${formatResourceId(id)}/${kind}`, { 'api-version': imageVersionApiVersion })
  const { value } = await answered(children, azure.send({ method: 'GET', url }))
  return value.map(({ name }) => name)
}

// What soft delete means for it. Nothing for a gallery: its definitions are deleted before it.
async function readRecycleBin(
  azure: Azure,
  id: ResourceId,
): Promise<Pick<DeletionFacts, 'deletedVersionNames' | 'softDeletePolicy'>> {
  if (id.types.length === 1) return { deletedVersionNames: [] }
  const gallery = await unlessHidden(getGallery(azure, id))
  const { softDeletePolicy } = gallery ?? {}
  if (softDeletePolicy === undefined) return { deletedVersionNames: [] }
  if (id.types.length > 2) return { deletedVersionNames: [], softDeletePolicy }
  // Once soft delete is off, the content of the bin does not prevent a deletion.
  const deleted = softDeletePolicy.isSoftDeleteEnabled ? await deletedVersionsIfListed(azure, id) : []
  return { deletedVersionNames: (deleted ?? []).map(({ name }) => name) }
}
