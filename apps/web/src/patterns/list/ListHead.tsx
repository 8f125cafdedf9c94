import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowDown16Regular, ArrowSort16Regular, ArrowUp16Regular } from '@fluentui/react-icons'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import type { ListColumns } from './list-column.ts'
import { rowSizes } from './row-sizes.ts'
import { showWholeText } from './show-whole-text.ts'
import { useBrowseTexts } from './texts/browse-texts.ts'
import type { ListRequest } from './use-list-request.ts'
import type { RowSelection } from './use-row-selection.ts'

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: 'var(--bars)',
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    // There the bars scroll with the page.
    '@media (max-height: 400px)': { top: 0 },
    '@media print': { position: 'static' },
  },
  // below what can be done with the selected rows
  belowSelection: { top: `calc(var(--bars) + ${rowSizes.selection}px)` },
  row: {
    display: 'grid',
    alignItems: 'center',
    minHeight: `${rowSizes.head}px`,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: { minWidth: 0 },
  atRest: { color: tokens.colorNeutralForeground3 },
  // A heading that is longer than its column wraps: within a word only if the user spaces letters out.
  text: { textAlign: 'start', lineHeight: '18px', overflowWrap: 'anywhere' },
  plain: { paddingLeft: '8px', paddingRight: '8px' },
  button: {
    justifyContent: 'flex-start',
    minWidth: 0,
    maxWidth: '100%',
    padding: '0 8px',
    overflow: 'hidden',
    '& .fui-Button__icon': { width: '16px', height: '16px', marginLeft: '4px' },
  },
})

interface Props<Row, Sort extends string> {
  request: ListRequest<Sort>
  columns: ListColumns<Row, Sort>
  /** widths of the columns */
  template: string
  selection: RowSelection<Row> | undefined
}

/** The headings of a list; they stay visible. Selecting one sorts by it, selecting it again reverses the order. */
export function ListHead<Row, Sort extends string>({ request, columns, template, selection }: Props<Row, Sort>) {
  const styles = useStyles()
  const texts = useBrowseTexts()
  const isAscending = request.direction === 'asc'
  return (
    <div
      role="rowgroup"
      className={mergeClasses(styles.head, selection && selection.rows.length > 0 && styles.belowSelection)}
    >
      <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
        {selection && (
          <div role="columnheader" className={styles.cell}>
            {selection.selectAll ? (
              <Checkbox
                aria-label={texts.selectAll}
                checked={selection.isAllSelected ? true : selection.rows.length > 0 ? 'mixed' : false}
                onChange={(_, { checked }) => selection.selectAll?.(checked === true)}
              />
            ) : (
              <ReadOutOnly>{texts.selection}</ReadOutOnly>
            )}
          </div>
        )}
        {columns.map(({ heading, wholeHeading, sort }) => {
          const text = (
            <Text weight="semibold" className={styles.text} title={wholeHeading}>
              {heading}
            </Text>
          )
          if (sort === undefined)
            return (
              <div key={heading} role="columnheader" className={styles.cell} onPointerEnter={showWholeText}>
                <div className={styles.plain}>{text}</div>
              </div>
            )
          const isSorted = sort === request.sort
          return (
            <div
              key={heading}
              role="columnheader"
              aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : 'none'}
              className={styles.cell}
              onPointerEnter={showWholeText}
            >
              <Button
                appearance="subtle"
                className={styles.button}
                iconPosition="after"
                icon={<SortIcon of={isSorted ? request.direction : undefined} />}
                onClick={() => request.change({ sort, direction: isSorted && isAscending ? 'desc' : 'asc' })}
              >
                {text}
              </Button>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Shows that a heading sorts, and how the list is sorted. */
function SortIcon({ of }: { of: 'asc' | 'desc' | undefined }) {
  const styles = useStyles()
  if (of === undefined) return <ArrowSort16Regular className={styles.atRest} />
  return of === 'asc' ? <ArrowUp16Regular /> : <ArrowDown16Regular />
}
