import { Button } from '@fluentui/react-components'
import type { ScenarioId } from '@portal/portal-api'
import { useState } from 'react'
import type { StepAct } from '../steps/step-act.ts'
import { useDemoTexts } from '../texts/use-demo-texts.ts'
import type { DemoChange } from './use-demo.ts'
import { useStepActs } from './use-step-acts.ts'

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
  const perform = useStepActs(send)
  const [isActing, setActing] = useState(false)
  const run = async () => {
    setActing(true)
    // The bar says why an act failed.
    const isDone = await perform(act, scenarioId).then(
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
