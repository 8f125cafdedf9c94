import { Link, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ImportNote } from '@portal/code'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import { useImportNoteText, useImportPlanTexts } from './import-plan-texts.ts'

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

const looks: Record<ImportNote['severity'], StateLook> = { error: 'failed', warning: 'warning', info: 'note' }
const order: ImportNote['severity'][] = ['error', 'warning', 'info']

interface Props {
  notes: ImportNote[]
  /** how many more there are */
  leftOut: number
  /** shows a line of the text */
  onGoTo: (line: number) => void
}

/** The notes about an imported text, the most severe first, each with its line. */
export function ImportNotes({ notes, leftOut, onGoTo }: Props) {
  const styles = useStyles()
  const t = useImportPlanTexts()
  const noteText = useImportNoteText()
  if (notes.length === 0) return <StateLabel look="done">{t.notes.none}</StateLabel>
  const sorted = notes.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
  return (
    <Stack as="ul" gap="M">
      {sorted.map((note, index) => (
        // Two notes can be the same, and none has a state of its own.
        <li key={index} className={styles.note}>
          <StateLabel look={looks[note.severity]}>{t.notes.severities[note.severity]}</StateLabel>
          <Text>{noteText(note)}</Text>
          {note.line !== undefined && <LineLink line={note.line} onGoTo={onGoTo} label={t.notes.line(note.line)} />}
        </li>
      ))}
      {leftOut > 0 && (
        <li>
          <Text>{t.notes.more(leftOut)}</Text>
        </li>
      )}
    </Stack>
  )
}

function LineLink({ line, label, onGoTo }: { line: number; label: string; onGoTo: (line: number) => void }) {
  return (
    <Link as="button" onClick={() => onGoTo(line)}>
      {label}
    </Link>
  )
}
