import { apiVersions, formatResourceId, type ResourceId } from '@portal/arm'
import { imageVersionApiVersion, storedVersion, type StoredVersion, type VersionBody } from '@portal/image-version'
import { answered, type PagedList } from '../arm/answered.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'

/**
 * The complete version, in ARM's own JSON: an update sends all of it back, and the SDK's model would drop unknown
 * fields. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export function readStoredVersion(azure: Azure, id: ResourceId): Promise<StoredVersion> {
  return answered(storedVersion, azure.send({ method: 'GET', url: imageVersionUrl(id) }).then(withoutNulls))
}

/**
 * Sends the one PUT of an update. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export async function putStoredVersion(azure: Azure, id: ResourceId, body: VersionBody): Promise<void> {
  await azure.send({ method: 'PUT', url: imageVersionUrl(id), body })
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

/** The address of a version at ARM. */
export function imageVersionUrl(id: ResourceId, query: Record<string, string> = {}): string {
  return armUrl(formatResourceId(id), { ...query, 'api-version': imageVersionApiVersion })
}

/** ARM omits what is not set, except some properties that it returns as null. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== null)
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutNulls(part)]))
}
