import { objectsAt, textAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { pathOf, requestedResource } from '../../collections.ts'
import { ArmRefusal } from '../../errors.ts'
import { durationOf, startOperation } from '../../operations.ts'
import type { ArmOperation, ArmRequest } from '../../request.ts'
import { demandIdle } from '../../writing.ts'
import { nextEtag } from './virtual-machine-body.ts'

const type = 'Microsoft.Compute/virtualMachines'

// What each leaves the machine as.
const powerAfter = {
  start: 'running',
  restart: 'running',
  redeploy: 'running',
  powerOff: 'stopped',
  deallocate: 'deallocated',
} as const

/**
 * Actions on a machine; 202 and an operation, but for `generalize`:
 * https://learn.microsoft.com/rest/api/compute/virtual-machines
 */
export const virtualMachineActions: ArmOperation[] = [
  ...Object.entries(powerAfter).map(([action, power]): ArmOperation => ({
    method: 'POST',
    path: `${pathOf(type)}/${action}`,
    action: `${type}/${action}/action`,
    handle(request) {
      const machine = requestedResource(request, type)
      demandIdle(request, machine)
      if (power === 'running' && statusesOf(machine).some(({ code }) => code === 'OSState/generalized')) {
        const message = `Operation '${action}' is not allowed on VM '${machine.name}' since the VM is generalized.`
        throw new ArmRefusal(409, { code: 'OperationNotAllowed', message })
      }
      const startedAt = request.clock.now()
      const milliseconds = action === 'deallocate' ? durationOf.virtualMachineDeallocate : durationOf.virtualMachinePut
      const moved = {
        ...withStatus(machine, `PowerState/${power}`, `VM ${power}`),
        change: { state: 'Updating' as const, startedAt, endsAt: startedAt + milliseconds },
      }
      request.tenant.store.put(moved)
      return { status: 202, headers: startOperation(request, 'operations', moved) }
    },
  })),
  {
    method: 'POST',
    path: `${pathOf(type)}/generalize`,
    action: `${type}/generalize/action`,
    handle(request: ArmRequest) {
      const machine = requestedResource(request, type)
      demandIdle(request, machine)
      request.tenant.store.put(withStatus(machine, 'OSState/generalized', 'VM generalized'))
      return { status: 200 }
    },
  },
]

function statusesOf({ instanceView }: StoredResource) {
  return objectsAt(instanceView, 'statuses')
}

/** The machine with that status in the place of the one of the same kind (`PowerState`, `OSState`). */
function withStatus(machine: StoredResource, code: string, displayStatus: string): StoredResource {
  const [kind = ''] = code.split('/')
  const others = statusesOf(machine).filter((status) => !textAt(status, 'code')?.startsWith(`${kind}/`))
  return {
    ...machine,
    envelope: { ...machine.envelope, etag: nextEtag(machine) },
    instanceView: { ...machine.instanceView, statuses: [...others, { code, level: 'Info', displayStatus }] },
  }
}
