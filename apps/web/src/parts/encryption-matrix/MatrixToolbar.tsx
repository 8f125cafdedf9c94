import { Button, Label, Select, Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  ArrowDownRegular,
  ArrowRedoRegular,
  ArrowRightRegular,
  ArrowUndoRegular,
  NextRegular,
  TableCopyRegular,
} from '@fluentui/react-icons'
import { useId, type ReactElement } from 'react'
import type { EncryptionTexts } from './cell-facts.ts'
import type { GridCommand } from './grid/grid-command.ts'

const filters = ['all', 'empty', 'problem'] as const
/** Which cells are shown. */
export type Filter = (typeof filters)[number]
const groupings = ['regions', 'disks'] as const

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  choice: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  counter: {
    marginLeft: 'auto',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
})

interface MatrixToolbarProps {
  texts: EncryptionTexts
  canUndo: boolean
  canRedo: boolean
  /** whether the active cell has a set that can be copied */
  canCopy: boolean
  /** undefined: cards, which have one grouping only */
  grouping: (typeof groupings)[number] | undefined
  filter: Filter
  count: { set: number; cells: number }
  onCommand: (command: GridCommand) => void
  onMatch: () => void
  onGroup: (grouping: (typeof groupings)[number]) => void
  onFilter: (filter: Filter) => void
  onNextGap: () => void
}

/** Actions on the cells, a filter for them, and how many have a set. */
export function MatrixToolbar(props: MatrixToolbarProps) {
  const { texts, canUndo, canRedo, canCopy, grouping, filter, count, onCommand, onMatch, onGroup, onFilter } = props
  const styles = useStyles()
  const t = texts.matrix
  const id = useId()
  const commands: { type: 'undo' | 'redo' | 'copyDown' | 'copyAcross'; can: boolean; icon: ReactElement }[] = [
    { type: 'undo', can: canUndo, icon: <ArrowUndoRegular /> },
    { type: 'redo', can: canRedo, icon: <ArrowRedoRegular /> },
    { type: 'copyDown', can: canCopy, icon: <ArrowDownRegular /> },
    { type: 'copyAcross', can: canCopy, icon: <ArrowRightRegular /> },
  ]
  return (
    <div className={styles.bar}>
      <Button icon={<TableCopyRegular />} onClick={onMatch}>
        {texts.match.open}
      </Button>
      {commands.map(({ type, can, icon }) => (
        <Button key={type} appearance="subtle" icon={icon} disabledFocusable={!can} onClick={() => onCommand({ type })}>
          {t[type]}
        </Button>
      ))}
      {grouping !== undefined && (
        <span className={styles.choice}>
          <Label htmlFor={`${id}grouping`}>{t.grouping}</Label>
          <Select
            id={`${id}grouping`}
            value={grouping}
            onChange={(_, { value }) => onGroup(groupings.find((known) => known === value) ?? 'regions')}
          >
            {groupings.map((known) => (
              <option key={known} value={known}>
                {t.groupings[known]}
              </option>
            ))}
          </Select>
        </span>
      )}
      <span className={styles.choice}>
        <Label htmlFor={`${id}filter`}>{t.filter}</Label>
        <Select
          id={`${id}filter`}
          value={filter}
          onChange={(_, { value }) => onFilter(filters.find((known) => known === value) ?? 'all')}
        >
          {filters.map((known) => (
            <option key={known} value={known}>
              {t.filters[known]}
            </option>
          ))}
        </Select>
      </span>
      <span className={styles.counter}>
        <Text weight="semibold" role="status">
          {texts.counter(count.set, count.cells)}
        </Text>
        <Button
          appearance="subtle"
          icon={<NextRegular />}
          disabledFocusable={count.set === count.cells}
          onClick={props.onNextGap}
        >
          {t.nextGap}
        </Button>
      </span>
    </div>
  )
}
