import { formatResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, valueAt } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  newResourceId,
  pathOf,
  requestedId,
} from './collections.ts'
import { ArmRefusal, invalidParameter } from './errors.ts'
import { durationOf, startOperation } from './operations.ts'
import { patchOperation } from './patch-operation.ts'
import { presentResource } from './present-resource.ts'
import type { ArmOperation, ArmRequest } from './request.ts'
import { deleteOperation, demandIdle, requestedLocation, requestedProperties, requestedTags } from './writing.ts'

const type = 'Microsoft.Compute/images'

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
    const startedAt = request.clock.now()
    const resource: StoredResource = {
      id,
      type,
      name: stored?.name ?? requested.names[0] ?? '',
      location,
      ...requestedTags(request),
      properties: stored?.properties ?? imageProperties(request, sent),
      change: { state: stored ? 'Updating' : 'Creating', startedAt, endsAt: startedAt + durationOf.managedImagePut },
    }
    request.tenant.store.put(resource)
    const { properties: _, ...outside } = presentResource(resource, startedAt)
    const body: JsonObject = { ...outside, properties: { ...sent, provisioningState: resource.change?.state } }
    return { status: stored ? 200 : 201, body, headers: startOperation(request, 'operations', resource) }
  },
}

/** An image of a virtual machine, or of disks and snapshots, with the facts that Azure reads from them. */
function imageProperties(request: ArmRequest, sent: JsonObject): JsonObject {
  const machineId = textAt(sent, 'sourceVirtualMachine', 'id')
  if (machineId !== undefined) {
    const machine = request.tenant.store.get(machineId)
    if (machine === undefined)
      throw new ArmRefusal(404, { code: 'NotFound', message: `Resource ${machineId.split('/').at(-1)} is not found.` })
    if (valueAt(machine.properties, 'securityProfile', 'securityType') === 'TrustedLaunch')
      throw new ArmRefusal(409, {
        code: 'OperationNotAllowed',
        message: 'Creation of managed images are not supported for virtual machine with TrustedLaunch security type.',
      })
    const { osDisk } = isJsonObject(machine.properties['storageProfile']) ? machine.properties['storageProfile'] : {}
    const withoutName = (disk: JsonObject): JsonObject => ({
      lun: disk['lun'],
      diskSizeGB: disk['diskSizeGB'],
      managedDisk: { id: valueAt(disk, 'managedDisk', 'id') },
      caching: disk['caching'],
    })
    return {
      sourceVirtualMachine: { id: machine.id },
      storageProfile: {
        osDisk: {
          ...(isJsonObject(osDisk) && { ...withoutName(osDisk), osType: osDisk['osType'] }),
          osState: 'Generalized',
        },
        dataDisks: objectsAt(machine.properties, 'storageProfile', 'dataDisks').map(withoutName),
        zoneResilient: false,
      },
      hyperVGeneration: valueAt(machine.instanceView, 'hyperVGeneration') ?? 'V1',
    }
  }
  if (!isJsonObject(valueAt(sent, 'storageProfile', 'osDisk')))
    throw invalidParameter("Required parameter 'storageProfile.osDisk' is missing (null).", 'storageProfile.osDisk')
  const withSize = (disk: JsonObject): JsonObject => {
    const id = textAt(disk, 'snapshot', 'id') ?? textAt(disk, 'managedDisk', 'id')
    const source = id === undefined ? undefined : request.tenant.store.get(id)
    if (id !== undefined && source === undefined)
      throw new ArmRefusal(404, { code: 'NotFound', message: `Resource ${id.split('/').at(-1)} is not found.` })
    return { diskSizeGB: source?.properties['diskSizeGB'], ...disk }
  }
  const osDisk = valueAt(sent, 'storageProfile', 'osDisk')
  return {
    storageProfile: {
      osDisk: isJsonObject(osDisk) ? withSize(osDisk) : {},
      dataDisks: objectsAt(sent, 'storageProfile', 'dataDisks').map(withSize),
      zoneResilient: false,
    },
    hyperVGeneration: sent['hyperVGeneration'] ?? 'V1',
  }
}

/** https://learn.microsoft.com/rest/api/compute/images */
export const managedImages: ArmOperation[] = [
  getOperation({ type }),
  listOperation({ type }),
  listBySubscriptionOperation({ type }),
  put,
  patchOperation(type, put.handle),
  deleteOperation({ type, family: 'operations', milliseconds: durationOf.managedImageDelete }),
]
