import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, type ReactNode } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { Stack } from '../../ui/Stack.tsx'
import type { ListColumn, ListColumns, RowFrame } from './list-column.ts'
import { rowSizes } from './row-sizes.ts'
import { showWholeText } from './show-whole-text.ts'
import { useBrowseTexts } from './texts/browse-texts.ts'
import type { RowSelection } from './use-row-selection.ts'

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    left: 0,
    width: '100%',
    display: 'grid',
    alignItems: 'center',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // A link under the pointer has enough contrast on it, in the dark theme too.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':hover a': { color: tokens.colorBrandForegroundLinkHover },
  },
  cell: {
    minWidth: 0,
    paddingLeft: '8px',
    paddingRight: '8px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  first: { fontWeight: tokens.fontWeightSemibold },
  place: { position: 'absolute', left: 0, width: '100%' },
  // At rest: a page has dozens, and each frame of their motion would be painted by the thread that builds the rows.
  onItsWay: {
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { backgroundColor: 'WindowText' },
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    height: `calc(100% - ${rowSizes.cardGap}px)`,
    padding: `0 ${rowSizes.cardPadding}px ${rowSizes.cardPadding}px`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    height: `${rowSizes.cardTitle}px`,
    minWidth: 0,
    overflowX: 'hidden',
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    margin: 0,
    display: 'grid',
    columnGap: '16px',
    gridAutoRows: `${rowSizes.cardLine}px`,
  },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // one line, whatever a column of a table shows in two
  value: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    minWidth: 0,
    whiteSpace: 'nowrap',
    '& > *': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  },
})

interface Props<Row, Sort extends string> {
  index: number
  /** how many rows there are */
  count: number
  /** in pixels from the first row, and how tall it is */
  top: number
  height: number
  /** widths of the columns; of a card, those of its facts */
  template: string
  columns: ListColumns<Row, Sort>
  /** undefined: on its way */
  row: Row | undefined
  /** whether it has stopped in the visible part */
  isInView: boolean
  selection: RowSelection<Row> | undefined
  frame: RowFrame<Row> | undefined
}

/** A row of a list. */
export function ListRow<Row, Sort extends string>(props: Props<Row, Sort>) {
  const { index, top, height, template, columns } = props
  const styles = useStyles()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={styles.row}
      style={{ top, height, gridTemplateColumns: template }}
    >
      {props.selection && (
        <div role="cell">
          <Check {...props} />
        </div>
      )}
      <Framed {...props}>
        {columns.map((column, at) => (
          <div
            key={column.heading}
            role={at === 0 ? 'rowheader' : 'cell'}
            className={mergeClasses(styles.cell, at === 0 && styles.first)}
            onPointerEnter={showWholeText}
          >
            <Cell {...props} column={column} />
          </div>
        ))}
      </Framed>
    </div>
  )
}

/** A row of a list as a card. */
export function ListCard<Row, Sort extends string>(props: Props<Row, Sort>) {
  const { index, count, top, height, template, columns } = props
  const styles = useStyles()
  const [heading, ...rest] = columns
  return (
    <div
      role="listitem"
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      className={styles.place}
      style={{ top, height }}
    >
      <div className={styles.card}>
        <Framed {...props}>
          <Stack row align="center">
            <Check {...props} />
            <div className={styles.title}>
              <Cell {...props} column={heading} />
            </div>
          </Stack>
          <dl className={styles.facts} style={{ gridTemplateColumns: template }}>
            {rest.map((column) => (
              <div key={column.heading}>
                <dt className={styles.label}>{column.wholeHeading ?? column.heading}</dt>
                <dd className={styles.value}>
                  <Cell {...props} column={column} />
                </dd>
              </div>
            ))}
          </dl>
        </Framed>
      </div>
    </div>
  )
}

function Framed<Row, Sort extends string>({
  frame: Frame,
  row,
  isInView,
  children,
}: Pick<Props<Row, Sort>, 'frame' | 'row' | 'isInView'> & { children: ReactNode }) {
  if (Frame === undefined || row === undefined) return children
  return (
    <Frame row={row} isInView={isInView}>
      {children}
    </Frame>
  )
}

/** Selects a row; with Shift, all between it and the one before. */
function Check<Row, Sort extends string>({ index, row, selection }: Props<Row, Sort>) {
  const { select } = useBrowseTexts()
  if (row === undefined || selection === undefined) return null
  return (
    <Checkbox
      aria-label={select(selection.nameOf(row))}
      checked={selection.has(row)}
      onChange={({ nativeEvent }, { checked }) =>
        selection.select(index, checked === true, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
      }
    />
  )
}

function Cell<Row, Sort extends string>({
  column,
  row,
  isInView,
}: Pick<Props<Row, Sort>, 'row' | 'isInView'> & { column: ListColumn<Row, Sort> }) {
  if (row === undefined) return <CellSkeleton />
  return column.cell ? column.cell(row, isInView) : <span>{column.text(row)}</span>
}

/** The place of a text that is on its way: it stays as it is while its list is measured. */
export const CellSkeleton = memo(function CellSkeleton() {
  const styles = useStyles()
  const { shell } = useTexts()
  return <div role="progressbar" aria-busy aria-label={shell.loading} className={styles.onItsWay} />
})
