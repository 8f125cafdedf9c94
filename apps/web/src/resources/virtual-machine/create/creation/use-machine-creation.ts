import type { VirtualMachineRequest } from '@portal/virtual-machine'
import { useLocation } from 'wouter'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { virtualMachinePath } from '../../../../paths.ts'
import { useSubmission } from '../../../../patterns/change/use-submission.ts'
import { machineId, reconcileMachine, submitMachine, type Started } from './machine-submission.ts'

export const createAction = 'create-virtual-machine'

/** The creation of a machine; once Azure has started it, the machine's page is shown and the draft `discard`ed. */
export function useMachineCreation(request: VirtualMachineRequest, discard: () => void) {
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  return useSubmission<Started>({
    kind: 'machine',
    account,
    id: machineId(request.plan),
    action: createAction,
    submit: () => submitMachine(request),
    reconcile: () => reconcileMachine(request.plan),
    onOutcome: (outcome) => {
      if (outcome.state !== 'started') return
      discard()
      // The way back leads past the form, which is blank by now.
      navigate(virtualMachinePath(outcome.id), { replace: true })
    },
  })
}
