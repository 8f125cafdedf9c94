import type { GalleryImageVersion, GalleryImageVersionsGetOptionalParams } from '@azure/arm-compute'
import { apiVersions, formatResourceId, type ResourceId } from '@portal/arm'
import {
  type ArmImageVersionBody,
  imageVersionApiVersion,
  storedVersion,
  type StoredVersion,
} from '@portal/image-version'
import type { VersionBody } from '@portal/version-update'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { answered, type PagedList } from '../arm/sdk-answers.ts'
import { armJson, sdkPathOf, sendBySdk, type Operation } from '../arm/sdk-operations.ts'

/**
 * The complete version, in ARM's own JSON: an update sends all of it back.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export function readStoredVersion(azure: Azure, id: ResourceId): Promise<StoredVersion> {
  return answered(storedVersion, versionJson(azure, id).then(withoutNulls))
}

/** A version in ARM's own JSON, before its form is known. */
export function versionJson(
  azure: Azure,
  id: ResourceId,
  query: Pick<GalleryImageVersionsGetOptionalParams, 'expand'> = {},
): Promise<unknown> {
  const { galleryImageVersions } = azure.compute(id.subscriptionId, imageVersionApiVersion)
  return armJson((options) => galleryImageVersions.get(...sdkPathOf(id), { ...query, ...options }))
}

/**
 * Sends the one PUT of an update. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export async function putStoredVersion(azure: Azure, id: ResourceId, body: VersionBody): Promise<void> {
  await putVersion(azure, id, { body, apiVersion: imageVersionApiVersion })
}

/** Sends one PUT of a version, and returns ARM's answer. */
export function putVersion(
  azure: Azure,
  id: ResourceId,
  { body, apiVersion }: { body: ArmImageVersionBody | VersionBody; apiVersion: string },
): Promise<unknown> {
  return sendBySdk(azure, { method: 'PUT', id, apiVersion, body }, putOf(id, body))
}

/** The SDK's operation for that PUT. */
export function putOf(id: ResourceId, body: ArmImageVersionBody | VersionBody): Operation {
  return ({ galleryImageVersions }, options) =>
    galleryImageVersions.createOrUpdate(...sdkPathOf(id), modelOf(body), options).submitted()
}

// The SDK's model has the properties beside the tags, and dates as such.
function modelOf({ properties, ...top }: ArmImageVersionBody | VersionBody): GalleryImageVersion {
  const { endOfLifeDate, publishedDate: _, ...publishingProfile } = properties.publishingProfile
  return {
    ...top,
    ...properties,
    publishingProfile: {
      ...publishingProfile,
      ...(endOfLifeDate !== undefined && { endOfLifeDate: new Date(endOfLifeDate) }),
    },
  }
}

/**
 * The versions of a definition in ARM's own JSON. Not with the SDK: it would parse each page a second time, and copy it
 * field by field into its model, before our schema looks at it.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/list-by-gallery-image
 */
export function imageVersionsOf(azure: Azure, definition: ResourceId): PagedList {
  const query = { 'api-version': apiVersions.galleries.version }
  return listAt(azure, armUrl(`${formatResourceId(definition)}/versions`, query))
}

/** ARM omits what is not set, except some properties that it returns as null. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== null)
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutNulls(part)]))
}
