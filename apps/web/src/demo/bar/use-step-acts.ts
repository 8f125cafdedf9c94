import type { ScenarioId } from '@portal/portal-api'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { paths } from '../../paths.ts'
import type { StepAct } from '../steps/step-act.ts'
import type { DemoChange } from './use-demo.ts'

// A replication of seven minutes is over after a few of them. Each is seen, and what the pages then read is within what
// the portal answers in that time.
const forward = { times: 4, minutes: 2.5, pauseMs: 900 }

/** What the demo does in a step of a scenario; `send` resolves once the pages have been read again. */
export function useStepActs(send: (change: DemoChange) => Promise<unknown>) {
  const [, navigate] = useLocation()
  async function perform({ act, id }: { act: StepAct; id: ScenarioId }): Promise<void> {
    switch (act) {
      case 'forward':
        for (let time = 0; time < forward.times; time++) {
          if (time > 0) await new Promise((resolve) => setTimeout(resolve, forward.pauseMs))
          await send({ type: 'advance', minutes: forward.minutes })
        }
        return
      case 'disableKey':
        await send({ type: 'key', id, enabled: false })
        return
      case 'hour':
        navigate(paths.virtualMachines)
        await send({ type: 'advance', minutes: 61 })
        return
      case 'enableKey':
        navigate(paths.virtualMachines)
        await send({ type: 'key', id, enabled: true })
        return
      case 'grantAccess':
        await send({ type: 'key', id, enabled: true })
    }
  }
  return useMutation({ mutationFn: perform })
}
