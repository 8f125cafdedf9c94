import { formatResourceId, sameResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, valueAt } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  newResourceId,
  pathOf,
  requestedId,
  requestedResource,
} from './collections.ts'
import { ArmRefusal, invalidParameter, propertyChangeNotAllowed } from './errors.ts'
import { durationOf, startOperation } from './operations.ts'
import type { ArmOperation, ArmRequest } from './request.ts'
import { guidOf } from './guid.ts'
import { deleteOperation, demandIdle, requestedLocation, requestedProperties, requestedTags } from './writing.ts'

export const diskEncryptionSetType = 'Microsoft.Compute/diskEncryptionSets'
const type = diskEncryptionSetType
const encryptionTypes = [
  'EncryptionAtRestWithCustomerKey',
  'EncryptionAtRestWithPlatformAndCustomerKeys',
  'ConfidentialVmEncryptedWithCustomerKey',
]
// A key's URL with its version, whatever the rotation: https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/create-or-update
const versionedKeyUrl = /^https:\/\/[^/]+\/keys\/[\w-]+\/[0-9a-f]{32}$/i

const put: ArmOperation = {
  method: 'PUT',
  path: pathOf(type),
  action: `${type}/write`,
  handle(request) {
    const requested = requestedId(request, type)
    const stored = request.tenant.store.get(formatResourceId(requested))
    const id = stored?.id ?? newResourceId(request, requested)
    demandIdle(request, stored)
    const location = requestedLocation(request, type, stored)
    const sent = requestedProperties(request)
    const encryptionType = textAt(sent, 'encryptionType') ?? stored?.properties['encryptionType'] ?? encryptionTypes[0]
    demandValid(sent, encryptionType)
    if (stored && encryptionType !== stored.properties['encryptionType'])
      throw propertyChangeNotAllowed('encryptionType')
    const startedAt = request.clock.now()
    const keyChanged =
      stored !== undefined && textAt(stored.properties, 'activeKey', 'keyUrl') !== textAt(sent, 'activeKey', 'keyUrl')
    const identity = request.body['identity']
    const resource: StoredResource = {
      id,
      type,
      name: stored?.name ?? requested.names[0] ?? '',
      location,
      ...requestedTags(request),
      envelope: { ...(isJsonObject(identity) && { identity: grantedIdentity(request, id, identity) }) },
      properties: {
        activeKey: sent['activeKey'],
        encryptionType,
        ...(sent['rotationToLatestKeyVersionEnabled'] !== undefined && {
          rotationToLatestKeyVersionEnabled: sent['rotationToLatestKeyVersionEnabled'],
        }),
        ...(sent['federatedClientId'] !== undefined && { federatedClientId: sent['federatedClientId'] }),
        ...(keyChanged && { lastKeyRotationTimestamp: new Date(startedAt).toISOString() }),
      },
      change: {
        state: stored ? 'Updating' : 'Creating',
        startedAt,
        endsAt: startedAt + durationOf.diskEncryptionSetPut,
      },
    }
    request.tenant.store.put(resource)
    // The first answer is the request plus a state, without name, id and type.
    const { tags } = resource
    const body: JsonObject = {
      location,
      ...(tags && { tags }),
      ...(identity !== undefined && { identity }),
      properties: { ...sent, provisioningState: 'Updating' },
    }
    return { status: 202, body, headers: startOperation(request, 'DiskOperations', resource) }
  },
}

function demandValid(sent: JsonObject, encryptionType: Json | undefined): void {
  if (!encryptionTypes.some((known) => known === encryptionType))
    throw invalidParameter('The value of parameter encryptionType is invalid.', 'encryptionType')
  const keyUrl = textAt(sent, 'activeKey', 'keyUrl')
  if (keyUrl === undefined)
    throw invalidParameter("Required parameter 'activeKey.keyUrl' is missing (null).", 'activeKey.keyUrl')
  if (!versionedKeyUrl.test(keyUrl.replace(/\/$/, '')))
    throw invalidParameter('The value of parameter activeKey.keyUrl is invalid.', 'activeKey.keyUrl')
}

// A managed identity has an object id of its own: here it is drawn from the set's id, so that it is the same at each start.
function grantedIdentity(request: ArmRequest, id: string, identity: JsonObject): JsonObject {
  if (!/SystemAssigned/i.test(textAt(identity, 'type') ?? '')) return identity
  return { ...identity, principalId: guidOf(id), tenantId: request.tenant.tenantId }
}

/** The disks, snapshots and managed images that a set encrypts, and the versions that name it for a region. */
function associatedWith(request: ArmRequest, set: StoredResource): StoredResource[] {
  const uses = (value: Json | undefined) => typeof value === 'string' && sameResourceId(value, set.id)
  return request.tenant.store.list(`/subscriptions/${set.id.split('/')[2]}`).filter(({ properties }) => {
    if (uses(valueAt(properties, 'encryption', 'diskEncryptionSetId'))) return true
    return objectsAt(properties, 'publishingProfile', 'targetRegions').some(
      (region) =>
        uses(valueAt(region, 'encryption', 'osDiskImage', 'diskEncryptionSetId')) ||
        uses(valueAt(region, 'encryption', 'osDiskImage', 'securityProfile', 'secureVMDiskEncryptionSetId')) ||
        objectsAt(region, 'encryption', 'dataDiskImages').some((disk) => uses(disk['diskEncryptionSetId'])),
    )
  })
}

const associatedResources: ArmOperation = {
  method: 'GET',
  path: `${pathOf(type)}/associatedResources`,
  action: `${type}/read`,
  handle(request) {
    const found = associatedWith(request, requestedResource(request, type))
    const capitals = ({ id }: StoredResource) =>
      id.replace(/(?<=\/resourceGroups\/)[^/]+|[^/]+$/g, (part) => part.toUpperCase())
    return { status: 200, body: { value: found.map(capitals) } }
  },
}

/** https://learn.microsoft.com/rest/api/compute/disk-encryption-sets */
export const diskEncryptionSets: ArmOperation[] = [
  associatedResources,
  getOperation({ type }),
  listOperation({ type }),
  listBySubscriptionOperation({ type }),
  put,
  deleteOperation({
    type,
    family: 'DiskOperations',
    milliseconds: durationOf.diskEncryptionSetDelete,
    demandDeletable(request, set) {
      // Image versions do not hold a set back: their later updates fail instead. https://github.com/Azure/azure-rest-api-specs/pull/8364
      const holder = associatedWith(request, set).find(
        (resource) => resource.type !== 'Microsoft.Compute/galleries/images/versions',
      )
      if (holder)
        throw new ArmRefusal(409, {
          code: 'OperationNotAllowed',
          message: `Disk encryption set ${set.name} is in use by ${holder.id}.`,
        })
    },
  }),
]
