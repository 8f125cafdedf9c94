import { valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { getOperation, listBySubscriptionOperation, listOperation, type ResourceType } from '../../collections.ts'
import { ArmRefusal, cannotDeleteResource, invalidParameter } from '../../errors.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { presentResource } from '../../present-resource.ts'
import { putOperation } from '../../put-operation.ts'
import type { ArmOperation, ArmRequest } from '../../request.ts'
import { deleteOperation } from '../../writing.ts'
import { assertGalleryQuota } from './gallery-quotas.ts'
import { gallerySharing, writtenSharingProfile } from './gallery-sharing.ts'
import { requestedPolicy, withPolicyOf } from './soft-delete/soft-delete-policy.ts'
import { assertEmptyBin } from './soft-delete/soft-deleted-versions.ts'

const type = 'Microsoft.Compute/galleries'
const galleryName = /^\w(?:[\w.]{0,78}\w)?$/

const gallery: ResourceType = { type, present, presentInList }

// `sharingProfile` is returned only on request: https://learn.microsoft.com/azure/virtual-machines/share-gallery
function present(stored: StoredResource, request: ArmRequest): JsonObject {
  const resource = { ...stored, properties: withPolicyOf(request.apiVersion, stored) }
  const shown = presentResource(resource, request.clock.now())
  const asksForSharing = /permissions|sharingprofile/i.test(
    `${request.query['$select'] ?? ''}${request.query['$expand'] ?? ''}`,
  )
  if (asksForSharing) return shown
  const permissions = valueAt(resource.properties, 'sharingProfile', 'permissions')
  if (permissions !== undefined && permissions !== 'Private') return shown
  const { sharingProfile: _, ...properties } = resource.properties
  return presentResource({ ...resource, properties }, request.clock.now())
}

// In lists of galleries, and in no others of these types, Azure returns the resource group in capitals.
function presentInList(resource: StoredResource, request: ArmRequest): JsonObject {
  const id = resource.id.replace(/(?<=\/resourceGroups\/)[^/]+/, (group) => group.toUpperCase())
  return present({ ...resource, id }, request)
}

const put = putOperation(type, ({ request, requested, stored, named, sent: body, startedAt, changing }) => {
  const { name, location } = named
  if (!galleryName.test(name))
    throw invalidParameter(
      'Gallery name is invalid. Allowed characters are English alphanumeric characters, with underscores, and periods allowed in the middle, up to 80 characters total. All other special characters, including dashes, are disallowed.',
      'galleryName',
    )
  const subscription = `/subscriptions/${requested.subscriptionId}`
  const namesake = request.tenant.store
    .list(subscription, type)
    .find((other) => other.name.toLowerCase() === name.toLowerCase())
  if (!stored && namesake)
    throw new ArmRefusal(409, {
      code: 'GalleryNameNotUnique',
      message: `The gallery name '${name}' is not unique within the subscription '${requested.subscriptionId}'. Please pick another gallery name.`,
    })
  if (!stored) assertGalleryQuota(request.tenant, 'Gallery', { ...requested, location })
  const { identifier: _, provisioningState: __, softDeletePolicy, ...sent } = body
  const policy = requestedPolicy(request, softDeletePolicy, { requested, location, stored })
  const sharingProfile = writtenSharingProfile(sent['sharingProfile'], stored?.properties['sharingProfile'])
  const resource: StoredResource = {
    ...named,
    properties: {
      ...sent,
      ...(sharingProfile !== undefined && { sharingProfile }),
      ...policy,
      identifier: { uniqueName: `${requested.subscriptionId.toLowerCase()}-${name.toUpperCase()}` },
    },
    change: changing(durationOf.galleryPut),
  }
  request.tenant.store.put(resource)
  return {
    status: stored ? 200 : 201,
    body: presentResource({ ...resource, properties: withPolicyOf(request.apiVersion, resource) }, startedAt),
    headers: startOperation(request, 'capsOperations', resource),
  }
})

/** https://learn.microsoft.com/rest/api/compute/galleries */
export const galleries: ArmOperation[] = [
  getOperation(gallery),
  listOperation(gallery),
  listBySubscriptionOperation(gallery),
  put,
  patchOperation(type, put.handle),
  gallerySharing,
  deleteOperation({
    type,
    family: 'capsOperations',
    milliseconds: durationOf.galleryDelete,
    assertDeletable(request, gallery) {
      if (request.tenant.store.list(gallery.id, 'Microsoft.Compute/galleries/images').length > 0)
        throw cannotDeleteResource()
      assertEmptyBin(request, gallery)
    },
  }),
]
