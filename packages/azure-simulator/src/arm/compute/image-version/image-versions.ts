import { formatResourceId, parentResourceId, regionName, type ResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { getOperation, listOperation, newResourceId, pathOf, requestedId } from '../../collections.ts'
import { ArmRefusal, parentResourceNotFound } from '../../errors.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { judge } from '../../refusals/judge.ts'
import type { Proposal } from '../../refusals/proposal.ts'
import { operation, type ArmOperation, type ArmReply, type ArmRequest } from '../../request.ts'
import { deleteOperation, requestedLocation, requestedProperties, requestedTags } from '../../writing.ts'
import { restoreImageVersion } from '../gallery/soft-delete/restore-image-version.ts'
import { inRecycleBin, softDeletedVersions, softDeleting } from '../gallery/soft-delete/soft-deleted-versions.ts'
import { planOf } from '../image-capabilities.ts'
import { asSentIn } from './confidential-data-disks.ts'
import { expectedFailures } from './expected-failures.ts'
import {
  presentImageVersion,
  publishingProfile,
  safetyProfile,
  storageProfileOnceCreated,
  storageProfileWhileCreating,
} from './image-version-body.ts'
import { readImageVersion, type SentImageVersion } from './image-version-request.ts'
import { planReplication, replicationEnd, replicationFailure } from './replication.ts'

const type = 'Microsoft.Compute/galleries/images/versions'

/**
 * 201 for a new version, 200 for an update; both go on replicating after the answer. A refused PUT leaves nothing
 * behind.
 */
function putImageVersion(request: ArmRequest): ArmReply {
  const requested = requestedId(request, type)
  const stored = request.tenant.store.get(formatResourceId(requested))
  const { definition, gallery } = parentsOf(request, requested)
  const entry = inRecycleBin(request.tenant, formatResourceId(requested))
  if (entry) return restoreImageVersion(request, { entry, definition })
  const sent = asSentIn(request, readImageVersion(requestedProperties(request)))
  const proposal: Proposal = {
    request,
    id: stored?.id ?? newResourceId(request, requested),
    name: stored?.name ?? requested.names[2] ?? '',
    gallery,
    definition,
    location: requestedLocation(request, type, stored),
    sent: stored ? sent : withCreationDefaults(request, sent),
    ...(stored && { stored }),
  }
  const source = judge(proposal)
  return store(proposal, source)
}

function store(proposal: Proposal, source: ReturnType<typeof judge>): ArmReply {
  const { request, id, name, location, sent, stored } = proposal
  const startedAt = request.clock.now()
  const before = stored?.properties['publishingProfile']
  const publishing = publishingProfile(sent, {
    now: startedAt,
    location,
    apiVersion: request.apiVersion,
    stored: isJsonObject(before) ? before : undefined,
    losesEncryptionLeftOut: request.tenant.losesEncryptionLeftOut === true,
  })
  const regions = objectsAt(publishing, 'targetRegions').map((region) => regionName(textAt(region, 'name') ?? ''))
  const failures = expectedFailures(proposal, { publishing, source })
  const failedRegions = [...new Set([...(stored?.failedRegions ?? []), ...failures.keys()])]
  const replication = planReplication({
    homeRegion: regionName(location),
    regions,
    startedAt,
    ...(stored?.replication && { stored: stored.replication }),
    failures,
    slowRegions: request.tenant.slowRegions,
  })
  const failure = replicationFailure(replication)
  const sourcePlan = stored ? stored.sourcePlan : planOfSource(request, source)
  const storageProfile = source ? storageProfileOnceCreated(sent, source) : stored?.properties['storageProfile']
  const resource: StoredResource = {
    id,
    type,
    name,
    location,
    ...requestedTags(request),
    properties: {
      publishingProfile: publishing,
      storageProfile,
      safetyProfile: safetyProfile(sent, stored?.properties['safetyProfile']),
    },
    change: {
      state: stored ? 'Updating' : 'Creating',
      startedAt,
      endsAt: replicationEnd(startedAt, replication),
      ...(failure && { failure }),
    },
    replication,
    ...(failedRegions.length > 0 && { failedRegions }),
    ...(!stored && { storageProfileWhileCreating: storageProfileWhileCreating(sent) }),
    ...(sourcePlan && { sourcePlan }),
  }
  request.tenant.store.put(resource)
  return {
    status: stored ? 200 : 201,
    body: presentImageVersion(resource, request),
    headers: startOperation(request, 'capsOperations', resource),
  }
}

// That of the disk with the system, or of the image or machine.
function planOfSource({ tenant }: ArmRequest, source: ReturnType<typeof judge>): JsonObject | undefined {
  const [first] = source?.resources ?? []
  return first && planOf(tenant, first)
}

function parentsOf(request: ArmRequest, id: ResourceId): { definition: StoredResource; gallery: StoredResource } {
  const definitionId = parentResourceId(id)
  const galleryId = definitionId && parentResourceId(definitionId)
  const definition = definitionId && request.tenant.store.get(formatResourceId(definitionId))
  const gallery = galleryId && request.tenant.store.get(formatResourceId(galleryId))
  if (definition === undefined || gallery === undefined) throw parentResourceNotFound(id.names.slice(0, 2).join('/'))
  return { definition, gallery }
}

function assertDeletable(request: ArmRequest, { properties }: StoredResource): void {
  const endOfLife = Date.parse(textAt(properties, 'publishingProfile', 'endOfLifeDate') ?? '')
  const isBlocked = valueAt(properties, 'safetyProfile', 'blockDeletionBeforeEndOfLife') === true
  if (!isBlocked || !(endOfLife > request.clock.now())) return
  throw new ArmRefusal(409, {
    code: 'DeleteGalleryImageVersionBlockedBeforeEndOfLife',
    message:
      'Deletion of Gallery image version is not allowed because the image is enabled for blockDeletionBeforeEndOfLife and its endOfLifeDate has not reached yet',
  })
}

// Azure lists versions in the order of their numbers.
function byNumber({ name: one }: StoredResource, { name: other }: StoredResource): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)]
  const place = left.findIndex((part, index) => part !== right[index])
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0)
}

/** https://learn.microsoft.com/rest/api/compute/gallery-image-versions */
export const imageVersions: ArmOperation[] = [
  getOperation({ type, present: presentImageVersion }),
  listOperation({ type, present: presentImageVersion, order: byNumber }),
  operation(`PUT ${pathOf(type)}`, `${type}/write`, putImageVersion),
  patchOperation(type, putImageVersion),
  softDeleting(
    deleteOperation({ type, family: 'capsOperations', milliseconds: durationOf.imageVersionDelete, assertDeletable }),
  ),
  ...softDeletedVersions,
]

/**
 * From this API version on, a new version has an end of life, and is protected until then, unless the request says
 * otherwise.
 */
const endsByDefaultSince = '2026-03-03'
const monthsOfLife = 6

/**
 * What was sent for a new version, with what Azure adds to it: an end of life six months after it is published, and no
 * deletion before that. Announced by Azure: https://github.com/Azure/azure-cli/issues/32375
 */
function withCreationDefaults({ apiVersion, clock }: ArmRequest, sent: SentImageVersion): SentImageVersion {
  if (apiVersion < endsByDefaultSince) return sent
  const end = new Date(clock.now())
  end.setUTCMonth(end.getUTCMonth() + monthsOfLife)
  return {
    ...sent,
    endOfLifeDate: sent.endOfLifeDate ?? end.toISOString(),
    blockDeletionBeforeEndOfLife: sent.blockDeletionBeforeEndOfLife ?? true,
  }
}
