import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import { getOperation, listBySubscriptionOperation, listOperation, pathOf, requestedResource } from './collections.ts'
import type { ResourceType } from './collections.ts'
import { durationOf } from './operations.ts'
import { presentResource } from './present-resource.ts'
import type { ArmOperation, ArmRequest } from './request.ts'
import { putVirtualMachine } from './virtual-machine-put.ts'
import { deleteOperation } from './writing.ts'

const type = 'Microsoft.Compute/virtualMachines'

function present(resource: StoredResource, request: ArmRequest): JsonObject {
  const shown = presentResource(resource, request.clock.now())
  const wantsInstanceView =
    /instanceview/i.test(request.query['$expand'] ?? '') || request.query['statusonly']?.toLowerCase() === 'true'
  const { properties: within } = shown
  if (!wantsInstanceView || resource.instanceView === undefined || !isJsonObject(within)) return shown
  const { provisioningState, ...properties } = within
  return { ...shown, properties: { ...properties, provisioningState, instanceView: resource.instanceView } }
}

const instanceView: ArmOperation = {
  method: 'GET',
  path: `${pathOf(type)}/instanceView`,
  action: `${type}/instanceView/read`,
  handle: (request) => ({ status: 200, body: requestedResource(request, type).instanceView ?? { statuses: [] } }),
}

const virtualMachine: ResourceType = { type, present }

/** https://learn.microsoft.com/rest/api/compute/virtual-machines */
export const virtualMachines: ArmOperation[] = [
  instanceView,
  getOperation(virtualMachine),
  listOperation(virtualMachine),
  listBySubscriptionOperation(virtualMachine),
  { method: 'PUT', path: pathOf(type), action: `${type}/write`, handle: putVirtualMachine },
  deleteOperation({ type, family: 'operations', milliseconds: durationOf.virtualMachineDelete }),
]
