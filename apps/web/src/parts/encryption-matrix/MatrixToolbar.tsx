import { Button, Subtitle2, Text, Tooltip, makeStyles, tokens } from '@fluentui/react-components'
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  DismissRegular,
  NextRegular,
  TableCopyRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { shows } from '../../ui/marks/shows.ts'
import { ConceptHelp } from '../concept-help/ConceptHelp.tsx'
import { ShortcutsButton } from '../shortcuts/ShortcutsButton.tsx'
import type { EncryptionTexts } from './cell-facts.ts'
import { MatrixMenu, type MatrixMenuProps } from './MatrixMenu.tsx'

const useStyles = makeStyles({
  // One line at the usual widths, and as high when there is nothing to propose or to create.
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  title: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  heading: { margin: 0 },
  icons: { display: 'flex' },
  counter: {
    marginLeft: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
})

interface MatrixToolbarProps extends Omit<MatrixMenuProps, 't'> {
  texts: EncryptionTexts
  /** the ID of the heading that the line begins with */
  headingId: string
  canUndo: boolean
  canRedo: boolean
  count: { set: number; cells: number }
  /** at the start of the line, after its heading */
  proposals: ReactNode
  /** creates the missing sets */
  missingSets: ReactNode
  onNextGap: () => void
}

/** The heading of the cells, what is done to many of them, and how many have a set; the rest is in a menu. */
export function MatrixToolbar(props: MatrixToolbarProps) {
  const { texts, headingId, canUndo, canRedo, count, proposals, missingSets, onNextGap, ...menu } = props
  const styles = useStyles()
  const t = texts.matrix
  return (
    <div className={styles.bar}>
      <span className={styles.title}>
        <Subtitle2 as="h2" id={headingId} className={styles.heading}>
          {texts.sets}
        </Subtitle2>
        <ConceptHelp concept="diskEncryptionSet" />
      </span>
      {proposals}
      <Button icon={<TableCopyRegular />} onClick={() => menu.onDialog('match')}>
        {texts.match.open}
      </Button>
      <span className={styles.icons}>
        {(['undo', 'redo'] as const).map((type) => (
          <Tooltip key={type} content={t[type]} relationship="label">
            <Button
              appearance="subtle"
              icon={type === 'undo' ? <ArrowUndoRegular /> : <ArrowRedoRegular />}
              disabledFocusable={!(type === 'undo' ? canUndo : canRedo)}
              onClick={() => props.onCommand({ type })}
            />
          </Tooltip>
        ))}
      </span>
      {missingSets}
      <span className={styles.counter}>
        {menu.filter !== 'all' && (
          <Button
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={`${t.filters[menu.filter]}: ${t.showAll}`}
            onClick={() => menu.onFilter('all')}
          >
            {t.filters[menu.filter]}
          </Button>
        )}
        {/* The footer announces it: once is enough. */}
        <Text weight="semibold" {...(count.set === count.cells && shows('sets-complete'))}>
          {texts.counter(count.set, count.cells)}
        </Text>
        <Tooltip content={t.nextGap} relationship="label">
          <Button
            appearance="subtle"
            icon={<NextRegular />}
            disabledFocusable={count.set === count.cells}
            onClick={onNextGap}
          />
        </Tooltip>
        <ShortcutsButton />
        <MatrixMenu {...menu} t={t} />
      </span>
    </div>
  )
}
