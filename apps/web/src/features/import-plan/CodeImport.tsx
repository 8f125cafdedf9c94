import { makeStyles, tokens } from '@fluentui/react-components'
import { CodeTextRegular } from '@fluentui/react-icons'
import type { ImportLanguage } from '@portal/code'
import { useRef, useState } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Section } from '../../ui/Section.tsx'
import { CodeField } from './CodeField.tsx'
import { examplePlan, exampleText } from './examples/example-text.ts'
import { ExampleChips } from './examples/ExampleChips.tsx'
import { ImportNotes } from './ImportNotes.tsx'
import { PlanToOpen } from './PlanToOpen.tsx'
import { selectLine } from './select-line.ts'
import { useImport, type Import } from './use-import.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalXXL,
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, minWidth: 0 },
  code: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
})

/**
 * A pasted or chosen text, or an example, and beside it the notes about it and the plan from it. Everything happens in
 * the browser, in a worker.
 */
export function CodeImport({ givenDefinitionId }: { givenDefinitionId: string }) {
  const styles = useStyles()
  const { cloud } = useSignedIn().configuration
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [example, setExample] = useState('')
  // Until the user chooses one, the definition is that of the text.
  const given = givenDefinitionId === '' ? undefined : givenDefinitionId
  const [chosenId, choose] = useState(given)
  const { shown, isCurrent } = useImport(text, chosenId)
  // The portal's own errors are shown as anywhere else.
  if (shown.state === 'failed') throw shown.error
  const isExample = text !== '' && text === example
  function edit(edited: string) {
    if (isExample) choose(given)
    setText(edited)
  }
  function load(language: ImportLanguage) {
    const loaded = exampleText(language, examplePlan(givenDefinitionId), { cloud, origin: window.location.origin })
    // The definition of an example exists only if it was given.
    choose(givenDefinitionId)
    setExample(loaded)
    setText(loaded)
  }
  return (
    <div className={styles.columns}>
      <Panel>
        <div className={styles.code}>
          <ExampleChips isDisabled={text !== '' && !isExample} onLoad={load} />
          <CodeField field={field} text={text} shown={shown} onText={edit} />
        </div>
      </Panel>
      <div className={styles.column}>
        <ImportedCode
          shown={shown}
          onGoTo={(line) => {
            if (field.current) selectLine(field.current, line)
          }}
        />
        {shown.state === 'read' && shown.result.plan && (
          <PlanToOpen
            plan={{ ...shown.result.plan, imageDefinitionId: chosenId ?? shown.result.plan.imageDefinitionId }}
            origin={shown.result.language === 'PlanFile' ? 'file' : 'code'}
            isCurrent={isCurrent}
            onChooseDefinition={choose}
          />
        )}
      </div>
    </div>
  )
}

/** How the reading of a text ended: the notes, or why there are none. */
function ImportedCode({ shown, onGoTo }: { shown: Import; onGoTo: (line: number) => void }) {
  const t = useImportPlanTexts()
  switch (shown.state) {
    case 'none':
      return (
        <Panel>
          <EmptyState icon={<CodeTextRegular />} title={t.nothingYet.title} advice={t.nothingYet.advice} />
        </Panel>
      )
    case 'reading':
      return (
        <Panel>
          <LoadingRows rows={3} height={32} />
        </Panel>
      )
    case 'read':
      return (
        <Panel>
          <Section title={t.notes.heading}>
            <ImportNotes notes={shown.result.notes} leftOut={shown.result.notesLeftOut} onGoTo={onGoTo} />
          </Section>
        </Panel>
      )
    case 'tooLong':
    case 'unavailable':
      return <NotRead state={shown.state} />
    case 'failed':
      return null
  }
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
