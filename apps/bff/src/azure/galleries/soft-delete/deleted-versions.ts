import { apiVersions, formatResourceId, regionName, type ResourceId } from '@portal/arm'
import type { DeletedVersion } from '@portal/gallery'
import type { RecycleBin } from '@portal/portal-api'
import * as z from 'zod/mini'
import { RequestRefused } from '../../../refusals/request-refused.ts'
import { ArmRefusal } from '../../arm/arm-reply.ts'
import { armUrl, listAt } from '../../arm/arm-request.ts'
import { atMostOnce } from '../../arm/at-most-once.ts'
import type { Azure } from '../../arm/clients.ts'
import { allOf, ifThere } from '../../arm/sdk-answers.ts'
import { armJson, sdkPathOf } from '../../arm/sdk-operations.ts'
import { permissionsAt } from '../../subscriptions/permissions.ts'
import { getGallery } from '../galleries.ts'
import { readImageVersion } from '../image-version-wire.ts'

const version = 'Microsoft.Compute/galleries/images/versions'
// It is not documented whether Azure requires exactly these actions; the roles with `galleries/*` have them.
const deleted = 'Microsoft.Compute/galleries/softDeletedArtifactTypes/artifacts/versions'

const armDeletedVersion = z.object({
  name: z.string(),
  location: z.string(),
  properties: z.object({
    resourceArmId: z.string(),
    softDeletedTime: z.nullish(z.string()),
    consumptionEndTime: z.nullish(z.string()),
    hardDeletionTargetTime: z.nullish(z.string()),
  }),
})

/** The recycle bin of a definition, and the caller's permissions on its content. */
export async function recycleBinOf(azure: Azure, definition: ResourceId): Promise<RecycleBin> {
  const { softDeletePolicy: policy } = await getGallery(azure, definition)
  if (policy === undefined) return { versions: [], mayRestore: 'unknown', mayDelete: 'unknown', now: azure.now() }
  const [versions, permissionFor] = await Promise.all([
    deletedVersionsOf(azure, definition),
    permissionsAt(azure, formatResourceId(definition)),
  ])
  return {
    policy,
    versions,
    mayRestore: permissionFor(`${version}/write`),
    mayDelete: permissionFor(`${deleted}/delete`),
    now: azure.now(),
  }
}

/**
 * The deleted versions of a definition, by number as Azure lists them.
 * https://learn.microsoft.com/rest/api/compute/soft-deleted-resource/list-by-artifact-name
 */
async function deletedVersionsOf(azure: Azure, definition: ResourceId): Promise<DeletedVersion[]> {
  const found = await allOf(armDeletedVersion, listAt(azure, urlOf(binOf(definition))))
  return found.map(({ name, location, properties }) => ({
    name,
    id: properties.resourceArmId,
    location: regionName(location),
    ...(properties.softDeletedTime && { softDeletedTime: properties.softDeletedTime }),
    ...(properties.consumptionEndTime && { consumptionEndTime: properties.consumptionEndTime }),
    ...(properties.hardDeletionTargetTime && { hardDeletionTargetTime: properties.hardDeletionTargetTime }),
  }))
}

/**
 * The same, or undefined if Azure refuses to list them for any reason: its OpenAPI files allow no hyphens in the name
 * of the definition here, and this must not prevent creating or deleting a version.
 */
export async function deletedVersionsIfListed(
  azure: Azure,
  definition: ResourceId,
): Promise<DeletedVersion[] | undefined> {
  return deletedVersionsOf(azure, definition).catch((error: unknown) => {
    // 401 concerns the caller
    if (error instanceof ArmRefusal && error.status !== 401) return undefined
    throw error
  })
}

/**
 * Restores a deleted version with a PUT of only its source region, which is read from the recycle bin. Throws
 * `RequestRefused` if it is no longer there, unless it is already restored.
 * https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery
 */
export async function restoreDeletedVersion(azure: Azure, id: ResourceId): Promise<void> {
  const isBack = async () => (await ifThere(readImageVersion(azure, id))) !== undefined
  const found = (await deletedVersionsOf(azure, definitionOf(id))).find(({ name }) => name === id.names[2])
  if (found === undefined) {
    if (await isBack()) return
    throw new RequestRefused('NotFound', 'Not in the recycle bin')
  }
  const { galleryImageVersions } = azure.compute(id.subscriptionId, apiVersions.imageVersions.version)
  const { location } = found
  const sending = armJson((options) =>
    galleryImageVersions.createOrUpdate(...sdkPathOf(id), { location }, options).submitted(),
  )
  await atMostOnce(sending, isBack)
}

/** Permanently deletes a version in the recycle bin. */
export async function purgeDeletedVersion(azure: Azure, id: ResourceId): Promise<void> {
  const definition = definitionOf(id)
  const url = urlOf(`${binOf(definition)}/${id.names[2] ?? ''}`)
  await atMostOnce(azure.send({ method: 'DELETE', url }), async () => {
    const left = await deletedVersionsIfListed(azure, definition)
    return left !== undefined && left.every(({ name }) => name !== id.names[2])
  })
}

function definitionOf({ types, names, ...id }: ResourceId): ResourceId {
  return { ...id, types: types.slice(0, 2), names: names.slice(0, 2) }
}

function binOf({ types, names, ...id }: ResourceId): string {
  const gallery = formatResourceId({ ...id, types: types.slice(0, 1), names: names.slice(0, 1) })
  return `${gallery}/softDeletedArtifactTypes/Images/artifacts/${names[1] ?? ''}/versions`
}

function urlOf(path: string): string {
  return armUrl(path, { 'api-version': apiVersions.imageVersions.version })
}
