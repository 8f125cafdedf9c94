import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  pathOf,
  requestedResource,
  type ResourceType,
} from '../../collections.ts'
import { durationOf } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { operation, type ArmOperation } from '../../request.ts'
import { deleteOperation } from '../../writing.ts'
import { generalizeAction, powerActions } from './virtual-machine-actions.ts'
import { presentVirtualMachine, replyWithMachine } from './virtual-machine-body.ts'
import { virtualMachinePut } from './virtual-machine-put.ts'

const type = 'Microsoft.Compute/virtualMachines'
const virtualMachine: ResourceType = { type, present: presentVirtualMachine }

/** https://learn.microsoft.com/rest/api/compute/virtual-machines */
export const virtualMachines: ArmOperation[] = [
  operation(`GET ${pathOf(type)}/instanceView`, `${type}/instanceView/read`, (request) => ({
    status: 200,
    body: requestedResource(request, type).instanceView ?? { statuses: [] },
  })),
  {
    ...getOperation(virtualMachine),
    handle: (request) => replyWithMachine(200, requestedResource(request, type), request),
  },
  listOperation(virtualMachine),
  listBySubscriptionOperation(virtualMachine),
  virtualMachinePut,
  patchOperation(type, virtualMachinePut.handle),
  ...powerActions(type),
  generalizeAction(type),
  deleteOperation({ type, family: 'operations', milliseconds: durationOf.virtualMachineDelete }),
]
