import { sameResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { assertResourcePolicy } from '../../authorization/policy/assert-policy.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  pathOf,
  requestedResource,
  type ResourceType,
} from '../../collections.ts'
import {
  ArmRefusal,
  invalidParameter,
  propertyChangeNotAllowed,
  operationNotAllowed,
  missingParameter,
  invalidValue,
} from '../../errors.ts'
import { isFederatedClient } from '../../key-vault/keys/federated-principal.ts'
import { isVersionedKeyUrl } from '../../key-vault/keys/key-location.ts'
import { withKeyRotation } from '../../key-vault/keys/key-rotation.ts'
import { keyProblem, protectionProblem } from '../../key-vault/keys/usable-key.ts'
import { managedIdentity } from '../../managed-identity/managed-identity.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { presentResource } from '../../present-resource.ts'
import { putOperation, type Put } from '../../put-operation.ts'
import { operation, type ArmOperation, type ArmReply, type ArmRequest } from '../../request.ts'
import { deleteOperation, assertIdle } from '../../writing.ts'
import { diskEncryptionSetAt, diskEncryptionSetType } from './disk-encryption-set-at.ts'

const type = diskEncryptionSetType
const encryptionTypes = [
  'EncryptionAtRestWithCustomerKey',
  'EncryptionAtRestWithPlatformAndCustomerKeys',
  'ConfidentialVmEncryptedWithCustomerKey',
]

function putDiskEncryptionSet({ request, stored, named, sent, startedAt, changing }: Put): ArmReply {
  const encryptionType = textAt(sent, 'encryptionType') ?? stored?.properties['encryptionType'] ?? encryptionTypes[0]
  assertValid(sent, encryptionType)
  assertFederatedClient(request, sent)
  if (stored && encryptionType !== stored.properties['encryptionType']) throw propertyChangeNotAllowed('encryptionType')
  const keyChanged = textAt(stored?.properties, 'activeKey', 'keyUrl') !== textAt(sent, 'activeKey', 'keyUrl')
  const identity = managedIdentity(request, stored)
  const lastRotation =
    stored && keyChanged ? new Date(startedAt).toISOString() : stored?.properties['lastKeyRotationTimestamp']
  const resource: StoredResource = {
    ...named,
    envelope: { ...(identity && { identity }) },
    properties: {
      ...kept(sent),
      encryptionType,
      ...(lastRotation !== undefined && { lastKeyRotationTimestamp: lastRotation }),
    },
    change: changing(durationOf.diskEncryptionSetPut),
  }
  const accessChanged =
    keyChanged || stored?.properties['federatedClientId'] !== resource.properties['federatedClientId']
  assertKey(request, resource, stored === undefined ? 'made' : accessChanged ? 'changed' : 'kept')
  assertResourcePolicy(request, resource)
  request.tenant.store.put(withKeyRotation(request.tenant, resource))
  // The first answer is the request plus a state, without name, id and type.
  const { location, tags } = resource
  const body: JsonObject = {
    location,
    ...(tags && { tags }),
    ...(request.body['identity'] !== undefined && { identity: request.body['identity'] }),
    properties: { ...sent, provisioningState: 'Updating' },
  }
  return { status: 202, body, headers: startOperation(request, 'DiskOperations', resource) }
}

const put = putOperation(type, putDiskEncryptionSet, diskEncryptionSetAt)

/** The parts of a body that are stored unchanged; a federated client of `None` is none. */
function kept({ activeKey, rotationToLatestKeyVersionEnabled, federatedClientId }: JsonObject): JsonObject {
  return {
    activeKey,
    ...(rotationToLatestKeyVersionEnabled !== undefined && { rotationToLatestKeyVersionEnabled }),
    ...(typeof federatedClientId === 'string' && federatedClientId !== 'None' && { federatedClientId }),
  }
}

/** Throws if Azure would check the vault and the key by itself, and reject them. */
function assertKey(request: ArmRequest, set: StoredResource, key: 'made' | 'changed' | 'kept'): void {
  if (key === 'kept') return
  const unsafe = protectionProblem(request.tenant, set)
  if (unsafe) throw new ArmRefusal(400, unsafe)
  // A system-assigned identity that does not exist yet can't have access: the grant comes later, and the set is checked
  // when it encrypts.
  // https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/create-or-update#encryptionsetidentity
  if (key === 'made' && !hasUserAssigned(set)) return
  const problem = keyProblem(request.tenant, set)
  if (problem) throw new ArmRefusal(400, problem)
}

// The words are from a public report (terraform-provider-azurerm #19184).
function assertFederatedClient({ tenant }: ArmRequest, { federatedClientId }: JsonObject): void {
  if (federatedClientId === undefined || federatedClientId === null) return
  if (typeof federatedClientId === 'string' && isFederatedClient(tenant, federatedClientId)) return
  throw new ArmRefusal(400, {
    code: 'BadRequest',
    message: "Federated client id can only be set to either 'None' or client id of the multi-tenant AAD application.",
  })
}

function hasUserAssigned({ envelope }: StoredResource): boolean {
  return /UserAssigned/i.test(textAt(envelope, 'identity', 'type') ?? '')
}

function assertValid(sent: JsonObject, encryptionType: Json | undefined): void {
  if (!encryptionTypes.some((known) => known === encryptionType)) throw invalidValue('encryptionType')
  const keyUrl = textAt(sent, 'activeKey', 'keyUrl')
  if (keyUrl === undefined) throw missingParameter('activeKey.keyUrl')
  if (!isVersionedKeyUrl(keyUrl)) throw invalidValue('activeKey.keyUrl')
  // https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview#encryption-key-management
  const isConfidential = encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
  if (isConfidential && sent['rotationToLatestKeyVersionEnabled'] === true)
    throw invalidParameter(
      `Auto-key rotation for DiskEncryptionSet with EncryptionType '${encryptionType}' is not supported.`,
      'rotationToLatestKeyVersionEnabled',
    )
}

function present(set: StoredResource, { tenant, clock }: ArmRequest): JsonObject {
  const shown = presentResource(diskEncryptionSetAt(set, clock.now()), clock.now())
  const { identity } = shown
  const isOwn = textAt(identity, 'principalId') !== undefined
  return isJsonObject(identity) && isOwn ? { ...shown, identity: { ...identity, tenantId: tenant.tenantId } } : shown
}

const shown: ResourceType = { type, present }

// The whole previous set, and not what was sent.
const patch = patchOperation(type, put.handle, (reply, { stored, request }) => {
  const { properties, ...rest } = present(stored, request)
  const before = isJsonObject(properties) ? properties : {}
  return { ...reply, body: { ...rest, properties: { ...before, provisioningState: 'Updating' } } }
})

/** The disks, snapshots and managed images that a set encrypts, and the versions that name it for a region. */
function associatedWith(request: ArmRequest, set: StoredResource): StoredResource[] {
  const uses = (value: Json | undefined) => typeof value === 'string' && sameResourceId(value, set.id)
  return request.tenant.store.list(`/subscriptions/${set.id.split('/')[2]}`).filter(({ properties }) => {
    if (uses(valueAt(properties, 'encryption', 'diskEncryptionSetId'))) return true
    return ['targetRegions', 'targetExtendedLocations']
      .flatMap((places) => objectsAt(properties, 'publishingProfile', places))
      .some(
        (region) =>
          uses(valueAt(region, 'encryption', 'osDiskImage', 'diskEncryptionSetId')) ||
          uses(valueAt(region, 'encryption', 'osDiskImage', 'securityProfile', 'secureVMDiskEncryptionSetId')) ||
          objectsAt(region, 'encryption', 'dataDiskImages').some(
            (disk) =>
              uses(disk['diskEncryptionSetId']) ||
              uses(valueAt(disk, 'securityProfile', 'secureVMDiskEncryptionSetId')),
          ),
      )
  })
}

const associatedResources: ArmOperation = operation(
  `GET ${pathOf(type)}/associatedResources`,
  `${type}/read`,
  (request) => {
    const found = associatedWith(request, requestedResource(request, type))
    const capitals = ({ id }: StoredResource) =>
      id.replace(/(?<=\/resourceGroups\/)[^/]+|[^/]+$/g, (part) => part.toUpperCase())
    return { status: 200, body: { value: found.map(capitals) } }
  },
)

/** https://learn.microsoft.com/rest/api/compute/disk-encryption-sets */
export const diskEncryptionSets: ArmOperation[] = [
  associatedResources,
  getOperation(shown),
  listOperation(shown),
  listBySubscriptionOperation(shown),
  put,
  {
    ...patch,
    handle(request) {
      // The change applies to the current set, after its key rotation.
      const current = diskEncryptionSetAt(requestedResource(request, type), request.clock.now())
      assertIdle(request, current)
      request.tenant.store.put(current)
      return patch.handle(request)
    },
  },
  deleteOperation({
    type,
    family: 'DiskOperations',
    milliseconds: durationOf.diskEncryptionSetDelete,
    assertDeletable(request, set) {
      // Image versions do not prevent the deletion of a set: their later updates fail instead.
      // https://github.com/Azure/azure-rest-api-specs/pull/8364
      const holder = associatedWith(request, set).find(
        (resource) => resource.type !== 'Microsoft.Compute/galleries/images/versions',
      )
      if (holder) throw operationNotAllowed(`Disk encryption set ${set.name} is in use by ${holder.id}.`)
    },
  }),
]
