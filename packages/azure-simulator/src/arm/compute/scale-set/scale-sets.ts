import { formatResourceId } from '@portal/arm'
import { textAt, type JsonObject } from '../../../json.ts'
import { provisioningState } from '../../../store/store.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  pathOf,
  requestedId,
  requestedResource,
  type ResourceType,
} from '../../collections.ts'
import { invalidParameter } from '../../errors.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { operation, type ArmOperation, type ArmRequest } from '../../request.ts'
import { deleteOperation, assertIdle } from '../../writing.ts'
import { powerActions } from '../virtual-machine/virtual-machine-actions.ts'
import { presentScaleSet } from './scale-set-body.ts'
import { deleteInstance, upgradeInstance } from './scale-set-instances.ts'
import { instancesOf, instanceType, isFlexible, numberOf, scaleSetType as type } from './scale-set-model.ts'
import { scaleSetPut } from './scale-set-put.ts'

const scaleSet: ResourceType = { type, present: presentScaleSet }
const instance: ResourceType = {
  type: instanceType,
  present: presentScaleSet,
  order: (one, other) => numberOf(one) - numberOf(other),
}

/**
 * How many instances are in which state:
 * https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/get-instance-view
 */
function summaryOf(request: ArmRequest): JsonObject {
  const found = requestedResource(request, type)
  const now = request.clock.now()
  const counts = new Map<string, number>()
  for (const one of instancesOf(request, found)) {
    const code = `ProvisioningState/${provisioningState(one, now).toLowerCase()}`
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const state = provisioningState(found, now)
  return {
    virtualMachine: { statusesSummary: [...counts].map(([code, count]) => ({ code, count })) },
    statuses: [
      {
        code: `ProvisioningState/${state.toLowerCase()}`,
        level: 'Info',
        displayStatus: `Provisioning ${state.toLowerCase()}`,
      },
    ],
  }
}

/** The instances of a uniform scale set that a request names, `*` for all. Throws 400 for one that is not there. */
function namedInstances(request: ArmRequest) {
  const all = instancesOf(request, requestedResource(request, type))
  const { instanceIds } = request.body
  const asked = Array.isArray(instanceIds) ? instanceIds : []
  if (asked.includes('*')) return all
  return asked.map((id) => {
    const found = all.find(({ envelope }) => textAt(envelope, 'instanceId') === id)
    if (found) return found
    throw invalidParameter(
      `The provided instanceId ${JSON.stringify(id)} is not an active Virtual Machine Scale Set VM instanceId.`,
    )
  })
}

const manualUpgrade: ArmOperation = operation(
  `POST ${pathOf(type)}/manualupgrade`,
  `${type}/manualUpgrade/action`,
  (request) => {
    const found = requestedResource(request, type)
    assertIdle(request, found)
    if (isFlexible(found))
      throw invalidParameter('The operation manualupgrade is not for a scale set of orchestration mode Flexible.')
    for (const one of namedInstances(request)) upgradeInstance(request, found, one)
    const startedAt = request.clock.now()
    const change = { state: 'Updating', startedAt, endsAt: startedAt + durationOf.scaleSetPut } as const
    const upgrading = { ...found, change }
    request.tenant.store.put(upgrading)
    return { status: 202, headers: startOperation(request, 'operations', upgrading) }
  },
)

const deletion = deleteOperation({ type, family: 'operations', milliseconds: durationOf.virtualMachineDelete })

/**
 * Uniform and flexible scale sets: https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets
 */
export const scaleSets: ArmOperation[] = [
  operation(`GET ${pathOf(type)}/instanceView`, `${type}/instanceView/read`, (request) => ({
    status: 200,
    body: summaryOf(request),
  })),
  operation(`GET ${pathOf(instanceType)}/instanceView`, `${instanceType}/instanceView/read`, (request) => ({
    status: 200,
    body: requestedResource(request, instanceType).instanceView ?? { statuses: [] },
  })),
  getOperation(scaleSet),
  listOperation(scaleSet),
  listBySubscriptionOperation(scaleSet),
  scaleSetPut,
  patchOperation(type, scaleSetPut.handle),
  manualUpgrade,
  {
    ...deletion,
    handle(request) {
      // Its machines go first, those of a flexible one too: our reading.
      const found = request.tenant.store.get(formatResourceId(requestedId(request, type)))
      for (const one of found ? instancesOf(request, found) : []) deleteInstance(request, one)
      return deletion.handle(request)
    },
  },
  getOperation(instance),
  listOperation(instance),
  ...powerActions(instanceType),
]
