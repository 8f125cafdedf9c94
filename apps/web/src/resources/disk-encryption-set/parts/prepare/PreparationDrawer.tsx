import type { Preparation } from '@portal/disk-encryption'
import { startPreparation } from '@portal/portal-api'
import { useRef, useState } from 'react'
import { call } from '../../../../api/portal-client.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Drawer } from '../../../../ui/dialog/Drawer.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'
import { NamesStep, type PrepareProps } from './NamesStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { ProgressStep } from './ProgressStep.tsx'
import type { WatchedPreparation } from './use-preparation-deployment.ts'

interface PreparationDrawerProps extends PrepareProps {
  watching: WatchedPreparation
  onClose: () => void
}

/** Names, preview and progress of the sets to be created. */
export function PreparationDrawer(props: PreparationDrawerProps) {
  const { watching, onStarted, onClose } = props
  const t = usePreparationTexts()
  // undefined: as the names step proposes it
  const [preparation, setPreparation] = useState<Preparation>()
  const [takenVaultNames, setTaken] = useState<readonly string[]>([])
  const [step, showStep] = useState<'names' | 'preview' | 'progress'>(
    watching.state === undefined || watching.state === 'Succeeded' ? 'names' : 'progress',
  )
  const heading = useRef<HTMLHeadingElement>(null)
  function goTo(next: typeof step) {
    showStep(next)
    // The selected button disappears with its step; if the focus is lost, Escape no longer works.
    heading.current?.focus()
  }
  const starting = useWrite('prepareSets', {
    send: (asked: Preparation) => call(startPreparation, asked),
    onDone: ({ id }) => {
      onStarted(id)
      goTo('progress')
    },
  })

  return (
    <Drawer
      title={`${t.title}: ${t.steps[step].toLowerCase()}`}
      size="wide"
      closeLabel={t.close}
      onClose={onClose}
      heading={heading}
    >
      {starting.error !== null && <ProblemMessage error={starting.error} />}
      {step === 'names' && (
        <NamesStep
          {...props}
          preparation={preparation}
          takenVaultNames={takenVaultNames}
          onChange={setPreparation}
          onPreview={(asked) => {
            setPreparation(asked)
            goTo('preview')
          }}
        />
      )}
      {step === 'preview' && preparation !== undefined && (
        <PreviewStep
          inventory={props.inventory}
          preparation={preparation}
          isStarting={starting.isPending}
          onBack={(taken) => {
            setTaken(taken)
            goTo('names')
          }}
          onChange={setPreparation}
          onCreate={() => starting.mutate(preparation)}
        />
      )}
      {step === 'progress' && (
        <ProgressStep
          inventory={props.inventory}
          watching={watching}
          isStarting={starting.isPending}
          onTryAgain={(asked) => starting.mutate(asked)}
          onChangeNames={(asked) => {
            setPreparation(asked)
            goTo('names')
          }}
          onClose={onClose}
        />
      )}
    </Drawer>
  )
}
