import { formatResourceId, type ResourceId } from '@portal/arm'
import { imageVersionApiVersion, storedVersion, type StoredVersion, type VersionBody } from '@portal/image-version'
import { answered } from './answered.ts'
import { armUrl } from './arm-request.ts'
import type { Azure } from './clients.ts'
import { withoutNulls } from './image-version-wire.ts'

/**
 * The version whole, in ARM's own JSON: an update sends all of it back, and the SDK's model would drop what it does not
 * know. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export function readStoredVersion(azure: Azure, id: ResourceId): Promise<StoredVersion> {
  return answered(storedVersion, azure.send({ method: 'GET', url: urlOf(id) }).then(withoutNulls))
}

/** Sends the one PUT of an update. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update */
export async function putStoredVersion(azure: Azure, id: ResourceId, body: VersionBody): Promise<void> {
  await azure.send({ method: 'PUT', url: urlOf(id), body })
}

function urlOf(id: ResourceId): string {
  return armUrl(formatResourceId(id), { 'api-version': imageVersionApiVersion })
}
