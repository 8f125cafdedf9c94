import { Button } from '@fluentui/react-components'
import type { ScenarioId } from '@portal/portal-api'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { StepAct } from '../../demo/steps/scenario-steps.ts'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { paths } from '../../paths.ts'
import type { DemoChange } from './use-demo.ts'

// A replication of seven minutes is over after a few of them. Each is seen, and what the pages then read is within what
// the portal answers in that time.
const forward = { times: 4, minutes: 2.5, pauseMs: 900 }

interface StepActButtonProps {
  act: StepAct
  scenarioId: ScenarioId
  isPrimary: boolean
  isBusy: boolean
  /** resolves once the pages have been read again */
  send: (change: DemoChange) => Promise<unknown>
  onDone?: (() => void) | undefined
}

/** What the demo does in a step, at the press of one button. */
export function StepActButton({ act, scenarioId, isPrimary, isBusy, send, onDone }: StepActButtonProps) {
  const t = useDemoTexts().scenario.acts
  const [, navigate] = useLocation()
  const [isActing, setActing] = useState(false)
  const acts: Record<StepAct, () => Promise<unknown>> = {
    async forward() {
      for (let time = 0; time < forward.times; time++) {
        if (time > 0) await new Promise((resolve) => setTimeout(resolve, forward.pauseMs))
        await send({ type: 'advance', minutes: forward.minutes })
      }
    },
    disableKey: () => send({ type: 'key', id: scenarioId, enabled: false }),
    async hour() {
      navigate(paths.virtualMachines)
      await send({ type: 'advance', minutes: 61 })
    },
    async enableKey() {
      navigate(paths.virtualMachines)
      await send({ type: 'key', id: scenarioId, enabled: true })
    },
    grantAccess: () => send({ type: 'key', id: scenarioId, enabled: true }),
  }
  const run = async () => {
    setActing(true)
    // The bar says why an act failed.
    const isDone = await acts[act]().then(
      () => true,
      () => false,
    )
    setActing(false)
    if (isDone) onDone?.()
  }
  return (
    <Button
      size="small"
      appearance={isPrimary ? 'primary' : 'secondary'}
      disabledFocusable={isActing || isBusy}
      onClick={() => void run()}
    >
      {t[act]}
    </Button>
  )
}
