import { objectsAt, textAt, isJsonObject } from '../../../../json.ts'
import type { StoredResource } from '../../../../store/store.ts'
import { ArmRefusal, conflict, invalidParameter } from '../../../errors.ts'
import { durationOf, startOperation } from '../../../operations.ts'
import type { ArmReply, ArmRequest } from '../../../request.ts'
import { requestedLocation, requestedProperties } from '../../../writing.ts'
import { expectedFailures } from '../../image-version/expected-failures.ts'
import { presentImageVersion } from '../../image-version/image-version-body.ts'
import { encryptionSetsOf } from '../../image-version/image-version-source.ts'
import { replicationFailure } from '../../image-version/replication.ts'
import { isBeingPurged } from './soft-deleted-versions.ts'

const type = 'Microsoft.Compute/galleries/images/versions'

/**
 * PUT of a version whose number is in the recycle bin: with only its source region, it restores the version unchanged.
 * Throws 409 for another region, for a PUT that describes a version (our reading), or during its permanent deletion;
 * 400 if one of its disk encryption sets no longer exists. If a key can't be used, the region fails (both our reading).
 * https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery
 */
export function restoreImageVersion(
  request: ArmRequest,
  { entry, definition }: { entry: StoredResource; definition: StoredResource },
): ArmReply {
  const [version] = entry.recoverable ?? []
  if (version === undefined) throw new Error(`Nothing is left of ${entry.id}`)
  assertRestoring(request, entry)
  requestedLocation(request, type, version)
  if (isBeingPurged(entry)) throw conflict()
  assertSets(request, version)
  const startedAt = request.clock.now()
  const endsAt = startedAt + durationOf.imageVersionRestore
  const publishing = version.properties['publishingProfile']
  const failures = expectedFailures(
    { request, definition },
    { publishing: isJsonObject(publishing) ? publishing : {}, source: undefined },
  )
  const replication = Object.fromEntries(
    Object.keys(version.replication ?? {}).map((region) => {
      const failure = failures.get(region)
      return [region, { startedAt, endsAt, ...(failure !== undefined && { failure }) }]
    }),
  )
  const failure = replicationFailure(replication)
  const restored: StoredResource = {
    ...version,
    replication,
    change: { state: 'Updating', startedAt, endsAt, ...(failure && { failure }) },
  }
  request.tenant.store.remove(entry.id)
  request.tenant.store.put(restored)
  return {
    status: 200,
    body: presentImageVersion(restored, request),
    headers: startOperation(request, 'capsOperations', restored),
  }
}

// `restore: true` is in the schema of the body, and Microsoft's page does without it.
function assertRestoring(request: ArmRequest, { name }: StoredResource): void {
  const sent = requestedProperties(request)
  const describes = isJsonObject(sent['storageProfile']) || isJsonObject(sent['publishingProfile'])
  if (sent['restore'] === true || !describes) return
  throw new ArmRefusal(409, {
    code: 'GalleryImageVersionIsSoftDeleted',
    message: `A soft-deleted gallery image version '${name}' exists. Restore it, or delete it permanently, before creating a gallery image version of that name.`,
  })
}

function assertSets({ tenant }: ArmRequest, version: StoredResource): void {
  const missing = encryptionSetsOf(version).find((id) => tenant.store.get(id) === undefined)
  if (missing !== undefined)
    throw invalidParameter(
      `The disk encryption set ${missing} was not found.`,
      `galleryImageVersion.properties.publishingProfile.targetRegions[${regionWith(version, missing)}].encryption`,
    )
}

function regionWith({ properties }: StoredResource, setId: string): string {
  const region = objectsAt(properties, 'publishingProfile', 'targetRegions').find((one) =>
    JSON.stringify(one).includes(setId),
  )
  return textAt(region, 'name') ?? ''
}
