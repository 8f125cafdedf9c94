import { createVirtualMachine, formatResourceId, getVirtualMachine } from '@portal/portal-api'
import { virtualMachineIdOf, type VirtualMachinePlan, type VirtualMachineRequest } from '@portal/virtual-machine'
import { isNotFound } from '../../../../api/failures.ts'
import { call } from '../../../../api/portal-client.ts'
import { outcomeOf, outcomeUnread } from '../../../../patterns/change/outcome-of.ts'
import type { Outcome } from '../../../../patterns/change/use-submission.ts'

/** Outcome of the creation of a machine only: Azure has accepted the deployment. */
export type Started = { state: 'started'; id: string }

/** The two calls of a creation; tests use their own server. */
export interface MachineCalls {
  create: (request: VirtualMachineRequest) => Promise<{ id: string }>
  read: (id: string) => Promise<unknown>
}

const portalMachineCalls: MachineCalls = {
  create: (request) => call(createVirtualMachine, request),
  read: (id) => call(getVirtualMachine, { id }),
}

/** Sends it once and returns the outcome. Never throws. */
export async function submitMachine(
  request: VirtualMachineRequest,
  calls: MachineCalls = portalMachineCalls,
): Promise<Outcome | Started> {
  try {
    return { state: 'started', id: (await calls.create(request)).id }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** After a lost answer: reads what Azure has. Never throws. */
export async function reconcileMachine(
  plan: VirtualMachinePlan,
  calls: MachineCalls = portalMachineCalls,
): Promise<Outcome | Started> {
  const id = machineId(plan)
  try {
    await calls.read(id)
    return { state: 'started', id }
  } catch (error) {
    if (isNotFound(error)) return { state: 'notSent' }
    return outcomeUnread(error)
  }
}

/** The id of the machine that the plan describes; '' while it is not well formed. */
export function machineId(plan: VirtualMachinePlan): string {
  const id = virtualMachineIdOf(plan)
  return id === undefined ? '' : formatResourceId(id)
}
