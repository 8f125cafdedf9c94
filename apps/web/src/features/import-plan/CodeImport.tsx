import { useRef, useState } from 'react'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
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

/** A pasted or chosen text, what is to be said of it, and the plan it makes. Everything happens in the browser. */
export function CodeImport({ givenDefinitionId }: { givenDefinitionId: string }) {
  const styles = useStyles()
  const t = useImportPlanTexts()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  // Until the user chooses one, the definition is that of the text.
  const [chosenId, choose] = useState(givenDefinitionId === '' ? undefined : givenDefinitionId)
  const result = useImport(text, chosenId)
  const plan = result?.plan && { ...result.plan, imageDefinitionId: chosenId ?? result.plan.imageDefinitionId }
  return (
    <div className={styles.content}>
      <Panel>
        <CodeField ref={field} text={text} language={result?.language ?? null} onText={setText} />
      </Panel>
      {text.trim() !== '' && result === undefined && (
        <Panel>
          <LoadingRows rows={3} height={32} />
        </Panel>
      )}
      {result && (
        <Panel>
          <Section title={t.notes.heading}>
            <ImportNotes
              notes={result.notes}
              onGoTo={(line) => {
                if (field.current) selectLine(field.current, line)
              }}
            />
          </Section>
        </Panel>
      )}
      {plan && <PlanToOpen plan={plan} onChooseDefinition={choose} />}
    </div>
  )
}
