import { makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Section } from '../../ui/Section.tsx'
import { CodeField } from './CodeField.tsx'
import { ImportNotes } from './ImportNotes.tsx'
import { PlanToOpen } from './PlanToOpen.tsx'
import { selectLine } from './select-line.ts'
import { useImport } from './use-import.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
})

/**
 * A pasted or chosen text, the notes about it, and the plan from it. Everything happens in the browser, in a worker.
 */
export function CodeImport({ givenDefinitionId }: { givenDefinitionId: string }) {
  const styles = useStyles()
  const t = useImportPlanTexts()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  // Until the user chooses one, the definition is that of the text.
  const [chosenId, choose] = useState(givenDefinitionId === '' ? undefined : givenDefinitionId)
  const { shown, isCurrent } = useImport(text, chosenId)
  // The portal's own errors are shown as anywhere else.
  if (shown.state === 'failed') throw shown.error
  const result = shown.state === 'read' ? shown.result : undefined
  const plan = result?.plan && { ...result.plan, imageDefinitionId: chosenId ?? result.plan.imageDefinitionId }
  return (
    <div className={styles.content}>
      <Panel>
        <CodeField ref={field} text={text} shown={shown} onText={setText} />
      </Panel>
      {shown.state === 'reading' && (
        <Panel>
          <LoadingRows rows={3} height={32} />
        </Panel>
      )}
      {(shown.state === 'tooLong' || shown.state === 'unavailable') && <NotRead state={shown.state} />}
      {result && (
        <Panel>
          <Section title={t.notes.heading}>
            <ImportNotes
              notes={result.notes}
              leftOut={result.notesLeftOut}
              onGoTo={(line) => {
                if (field.current) selectLine(field.current, line)
              }}
            />
          </Section>
        </Panel>
      )}
      {plan && <PlanToOpen plan={plan} isCurrent={isCurrent} onChooseDefinition={choose} />}
    </div>
  )
}

/** Why a text could not be read, and what to do. */
function NotRead({ state }: { state: 'tooLong' | 'unavailable' }) {
  const t = useImportPlanTexts().notRead[state]
  return (
    <Message intent="error" title={t.title}>
      {t.body}
    </Message>
  )
}
