import { formatResourceId, type ResourceId } from '@portal/arm'
import { imageVersionApiVersion, storedVersion, type StoredVersion, type VersionBody } from '@portal/image-version'
import { answered } from '../arm/answered.ts'
import { armUrl } from '../arm/arm-request.ts'
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
