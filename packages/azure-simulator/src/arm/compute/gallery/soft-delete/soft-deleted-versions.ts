import { formatResourceId } from '@portal/arm'
import { textAt, type JsonObject } from '../../../../json.ts'
import { provisioningState, type StoredResource } from '../../../../store/store.ts'
import type { Tenant } from '../../../../world.ts'
import { collectionPathOf, requestedId, requestedResource, presentedPage } from '../../../collections.ts'
import { cannotDeleteResource, invalidParameter, operationNotAllowed } from '../../../errors.ts'
import { durationOf, operationTime } from '../../../operations.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../../../request.ts'
import { deleteOperation } from '../../../writing.ts'
import { softDeletePolicyOf, type SoftDeletePolicy } from './soft-delete-policy.ts'

const type = 'Microsoft.Compute/galleries/softDeletedArtifactTypes/artifacts/versions'
const day = 86_400_000
const datesSince = '2026-03-03'

/** A version in the recycle bin: it can be restored until the clock removes it. `deletedAt` in ms of the clock. */
export function softDeletedVersion(
  version: StoredResource,
  policy: SoftDeletePolicy,
  deletedAt: number,
): StoredResource {
  const { change: _, ...kept } = version
  const [gallery = '', definition = ''] = version.id.split(/\/(?:images|versions)\//)
  const consumptionEnd = deletedAt + policy.retentionPeriodInDays * day
  const hardDeletion = consumptionEnd + policy.gracePeriodInDays * day
  return {
    id: `${gallery}/softDeletedArtifactTypes/Images/artifacts/${definition}/versions/${version.name}`,
    type,
    name: version.name,
    location: version.location,
    ...(version.tags && { tags: version.tags }),
    properties: {
      resourceArmId: version.id,
      softDeletedArtifactType: 'Images',
      softDeletedTime: operationTime(deletedAt),
      consumptionEndTime: operationTime(consumptionEnd),
      hardDeletionTargetTime: operationTime(hardDeletion),
    },
    recoverable: [kept],
    change: { state: 'Deleting', startedAt: deletedAt, endsAt: hardDeletion },
  }
}

/** The bin's entry of a deleted version; undefined while the version still exists, or after its permanent deletion. */
export function inRecycleBin({ store }: Tenant, versionId: string): StoredResource | undefined {
  if (store.get(versionId) !== undefined) return undefined
  const [gallery = '', definition = '', name = ''] = versionId.split(/\/(?:images|versions)\//i)
  return store.get(`${gallery}/softDeletedArtifactTypes/Images/artifacts/${definition}/versions/${name}`)
}

/** A deleted version in its last state, as long as machines can be created from it by its number. */
export function consumable(tenant: Tenant, versionId: string): StoredResource | undefined {
  const entry = inRecycleBin(tenant, versionId)
  const ends = Date.parse(textAt(entry?.properties, 'consumptionEndTime') ?? '')
  return tenant.clock.now() < ends ? entry?.recoverable?.[0] : undefined
}

/** Whether a version in the bin is being permanently deleted. */
export function isBeingPurged({ change, properties }: StoredResource): boolean {
  const target = Date.parse(textAt(properties, 'hardDeletionTargetTime') ?? '')
  return change !== undefined && Math.abs(change.endsAt - target) > 1
}

/** DELETE of versions: into the bin if the gallery's policy says so, unless the request bypasses it. */
export function softDeleting(operation: ArmOperation): ArmOperation {
  return {
    ...operation,
    handle(request) {
      const versionId = formatResourceId(requestedId(request, 'Microsoft.Compute/galleries/images/versions'))
      const { store } = request.tenant
      const version = store.get(versionId)
      const policy = version && policyFor(request, version)
      if (version && policy && provisioningState(version, request.clock.now()) === 'Failed')
        throw operationNotAllowed(
          `Gallery image version '${version.name}' has provisioning state 'Failed' and cannot be deleted while soft delete is enabled on the gallery.`,
        )
      const reply = operation.handle(request)
      if (version && policy && reply.status === 202) store.put(softDeletedVersion(version, policy, request.clock.now()))
      return reply
    },
  }
}

// https://github.com/Azure/azure-rest-api-specs/pull/46100
function policyFor({ tenant, apiVersion, query }: ArmRequest, version: StoredResource): SoftDeletePolicy | undefined {
  if (apiVersion >= datesSince && query['bypasssoftdelete']?.toLowerCase() === 'true') return undefined
  const gallery = tenant.store.get(version.id.split('/images/')[0] ?? '')
  const policy = gallery && softDeletePolicyOf(gallery)
  return policy?.isOn ? policy : undefined
}

/**
 * Throws 409 for a definition or a gallery with deleted versions; not once soft delete is off, according to Microsoft's
 * FAQ.
 */
export function assertEmptyBin({ tenant }: ArmRequest, { id, name }: StoredResource): void {
  const [galleryId = id, definition] = id.split('/images/')
  const gallery = tenant.store.get(galleryId)
  if (gallery === undefined || !softDeletePolicyOf(gallery).isOn) return
  const scope = definition === undefined ? galleryId : `${galleryId}/softDeletedArtifactTypes/Images/artifacts/${name}`
  if (tenant.store.list(scope, type).length > 0) throw cannotDeleteResource()
}

/** DELETE of a definition: also deletes the content of its bin. */
export function withItsBin(operation: ArmOperation): ArmOperation {
  return {
    ...operation,
    handle(request) {
      const reply = operation.handle(request)
      if (reply.status === 202) {
        const id = formatResourceId(requestedId(request, 'Microsoft.Compute/galleries/images'))
        const [gallery = '', definition = ''] = id.split(/\/images\//i)
        const scope = `${gallery}/softDeletedArtifactTypes/Images/artifacts/${definition}`
        for (const entry of request.tenant.store.list(scope, type)) request.tenant.store.remove(entry.id)
      }
      return reply
    },
  }
}

function present({ id, name, location, tags, properties }: StoredResource, { apiVersion }: ArmRequest): JsonObject {
  const { consumptionEndTime, hardDeletionTargetTime, ...known } = properties
  const dates = apiVersion >= datesSince && { consumptionEndTime, hardDeletionTargetTime }
  return { name, id, type, location, ...(tags && { tags }), properties: { ...known, ...dates } }
}

const list: ArmOperation = operation(`GET ${collectionPathOf(type)}`, `${type}/read`, (request) => {
  assertImages(request)
  const definition = requestedResource(inDefinition(request), 'Microsoft.Compute/galleries/images')
  const [gallery = ''] = definition.id.split('/images/')
  const { tenant } = request
  const found = tenant.store
    .list(`${gallery}/softDeletedArtifactTypes/Images/artifacts/${definition.name}`, type)
    .filter((entry) => tenant.store.get(textAt(entry.properties, 'resourceArmId') ?? '') === undefined)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
  return presentedPage(request, found, (entry) => present(entry, request))
})

// The bin names its parents otherwise than the versions do.
function inDefinition(request: ArmRequest): ArmRequest {
  return { ...request, parameters: { ...request.parameters, name1: parameter(request, 'name2') } }
}

function assertImages(request: ArmRequest): void {
  if (parameter(request, 'name1').toLowerCase() !== 'images')
    throw invalidParameter(`The artifact type '${parameter(request, 'name1')}' is invalid.`, 'artifactType')
}

/** The recycle bin of a definition: https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery */
export const softDeletedVersions: ArmOperation[] = [
  list,
  deleteOperation({ type, family: 'capsOperations', milliseconds: durationOf.imageVersionDelete }),
]
