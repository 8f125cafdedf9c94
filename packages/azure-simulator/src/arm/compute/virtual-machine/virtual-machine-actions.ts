import { pathOf, requestedResource } from '../../collections.ts'
import { operationNotAllowed } from '../../errors.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { operation, type ArmOperation, type ArmRequest } from '../../request.ts'
import { assertIdle } from '../../writing.ts'
import { lostKeyOfMachine } from './lost-keys/machine-sets.ts'
import { powerOf, statusesOf, withOutcome, withPower, withStatus } from './machine-status.ts'

// What each leaves the machine as.
const powerAfter = {
  start: 'running',
  restart: 'running',
  redeploy: 'running',
  powerOff: 'stopped',
  deallocate: 'deallocated',
} as const

/**
 * What changes the power of machines of a type (those of scale sets, too); 202 and an operation:
 * https://learn.microsoft.com/rest/api/compute/virtual-machines
 */
export function powerActions(type: string): ArmOperation[] {
  return Object.entries(powerAfter).map(([action, power]): ArmOperation =>
    operation(`POST ${pathOf(type)}/${action}`, `${type}/${action}/action`, (request) => {
      const machine = requestedResource(request, type)
      assertIdle(request, machine)
      if (power === 'running' && statusesOf(machine).some(({ code }) => code === 'OSState/generalized')) {
        const message = `Operation '${action}' is not allowed on VM '${machine.name}' since the VM is generalized.`
        throw operationNotAllowed(message)
      }
      const startedAt = request.clock.now()
      const milliseconds = action === 'deallocate' ? durationOf.virtualMachineDeallocate : durationOf.virtualMachinePut
      // No error of Azure's is public from the request itself: it fails later, and the machine with it.
      const failure = power === 'running' ? lostKeyOfMachine(request.tenant, machine) : undefined
      const after = failure === undefined ? power : powerAfterFailure(powerOf(machine))
      const moved = {
        ...withOutcome(withPower(machine, after), failure),
        change: {
          state: 'Updating' as const,
          startedAt,
          endsAt: startedAt + milliseconds,
          ...(failure && { failure }),
        },
      }
      request.tenant.store.put(moved)
      return { status: 202, headers: startOperation(request, 'operations', moved) }
    }),
  )
}

/** https://learn.microsoft.com/rest/api/compute/virtual-machines/generalize */
export function generalizeAction(type: string): ArmOperation {
  return operation(`POST ${pathOf(type)}/generalize`, `${type}/generalize/action`, (request: ArmRequest) => {
    const machine = requestedResource(request, type)
    assertIdle(request, machine)
    request.tenant.store.put(withStatus(machine, { code: 'OSState/generalized', displayStatus: 'VM generalized' }))
    return { status: 200 }
  })
}

// What was running had been stopped to start again.
function powerAfterFailure(before: string | undefined): string {
  return before === undefined || before === 'running' ? 'stopped' : before
}
