import { Button, Field, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissRegular, DocumentArrowUpRegular } from '@fluentui/react-icons'
import { longestImport } from '@portal/code'
import { useRef, useState, type DragEvent, type RefObject } from 'react'
import { useProfileTexts } from '../../../../patterns/profiles/profiles-texts.ts'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useImportPlanTexts } from './import-plan-texts.ts'
import type { Import } from './use-import.ts'

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  dropping: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: '4px' },
  text: {
    maxHeight: 'none',
    minHeight: '220px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre',
    overflowX: 'auto',
  },
})

interface Props {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  shown: Import
  onText: (text: string) => void
}

/** A field where a text is pasted, dropped, or chosen as a file; shows its language, or that it is being read. */
export function CodeField({ field, text, shown, onText }: Props) {
  const styles = useStyles()
  const t = useImportPlanTexts()
  const input = useRef<HTMLInputElement>(null)
  const [isDropping, setDropping] = useState(false)
  const [tooLarge, setTooLarge] = useState('')
  async function take(file: File) {
    const fits = file.size <= longestImport
    setTooLarge(fits ? '' : file.name)
    if (fits) onText(await file.text())
  }
  function onDrop(event: DragEvent) {
    setDropping(false)
    const [file] = event.dataTransfer.files
    if (file === undefined) return // a dragged text is inserted where the browser puts it
    event.preventDefault()
    void take(file)
  }
  return (
    <div
      className={mergeClasses(styles.field, isDropping && styles.dropping)}
      onDragOver={(event) => {
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={onDrop}
    >
      <Field
        label={t.code.label}
        hint={t.code.hint}
        validationState={tooLarge === '' ? 'none' : 'error'}
        validationMessage={tooLarge === '' ? null : t.code.tooLarge(tooLarge)}
      >
        <Textarea
          value={text}
          resize="vertical"
          textarea={{ ref: field, className: styles.text, spellCheck: false, rows: 12 }}
          onChange={(_, { value }) => onText(value)}
        />
      </Field>
      <Stack row="wrap" gap="L" align="center">
        <FileInput ref={input} label={t.code.choose} onFile={(file) => void take(file)} />
        <Button icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
          {t.code.choose}
        </Button>
        {text !== '' && (
          <Button
            icon={<DismissRegular />}
            onClick={() => {
              onText('')
              field.current?.focus()
            }}
          >
            {t.code.clear}
          </Button>
        )}
        <span role="status">
          <ReadingState shown={shown} />
        </span>
      </Stack>
    </div>
  )
}

function ReadingState({ shown }: { shown: Import }) {
  const t = useImportPlanTexts()
  const profile = useProfileTexts()
  switch (shown.state) {
    case 'none':
      return null
    case 'reading':
      return <StateLabel look="running">{t.code.reading}</StateLabel>
    case 'read':
      return shown.result.language === null ? (
        <StateLabel look="unknown">{t.code.unknown}</StateLabel>
      ) : (
        <StateLabel look="done">{t.code.recognised(t.languages[shown.result.language])}</StateLabel>
      )
    case 'shared':
      return shown.plan === undefined ? (
        <StateLabel look="failed">{t.code.notRead}</StateLabel>
      ) : (
        <StateLabel look="done">
          {t.code.recognised(shown.profile === undefined ? t.link.kind : profile.heading)}
        </StateLabel>
      )
    case 'tooLong':
    case 'unavailable':
    case 'failed':
      return <StateLabel look="failed">{t.code.notRead}</StateLabel>
  }
}
