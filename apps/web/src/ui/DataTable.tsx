import {
  Card,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'
import { Stack } from './Stack.tsx'
import { useNarrow } from './use-narrow.ts'

const useStyles = makeStyles({
  // Sideways only: a check box in a cell reaches some pixels below the table.
  scroller: { overflowX: 'auto', overflowY: 'hidden', '@media print': { overflow: 'visible' } },
  table: { minWidth: '600px', tableLayout: 'auto', '@media print': { minWidth: 0 } },
  // Rows are not buttons: Fluent's hover and pressed colors would suggest otherwise.
  row: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    ':active': { backgroundColor: tokens.colorNeutralBackground1 },
  },
  headerCell: { fontWeight: tokens.fontWeightSemibold, paddingLeft: '12px', paddingRight: '12px' },
  cell: {
    paddingLeft: '12px',
    paddingRight: '12px',
    paddingTop: '10px',
    paddingBottom: '10px',
    verticalAlign: 'top',
    height: 'auto',
    overflowWrap: 'anywhere',
  },
  rowHeading: { fontWeight: tokens.fontWeightSemibold, textAlign: 'left', overflowWrap: 'anywhere' },
  hasMore: { borderBottomStyle: 'none' },
  more: { paddingTop: 0 },
  card: { rowGap: '8px' },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
    columnGap: '12px',
    rowGap: '4px',
  },
  // A field needs the width of the card.
  fields: { gridTemplateColumns: 'minmax(0, 1fr)' },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  marked: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    boxShadow: `inset 4px 0 0 ${tokens.colorStatusDangerBorderActive}`,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground1 },
    ':active': { backgroundColor: tokens.colorStatusDangerBackground1 },
  },
})

export interface Column<Row> {
  heading: string
  cell: (row: Row) => ReactNode
  /** for example `120px`; the browser divides the rest */
  width?: string
}

interface Props<Row> {
  /** the table's name for screen readers */
  label: string
  /** the first one names its row */
  columns: [Column<Row>, ...Column<Row>[]]
  rows: Row[]
  rowKey: (row: Row) => string
  /** the name of a row for screen readers, where its cells are fields */
  rowLabel?: (row: Row) => string
  /** whether something is wrong with a row: it is then marked clearly */
  isMarked?: (row: Row) => boolean
  /** what a row has to say over the whole width, below its cells; null for nothing */
  below?: (row: Row) => ReactNode
}

/** Rows and columns; in a narrow window a card for each row. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowLabel,
  isMarked = () => false,
  below = () => null,
}: Props<Row>) {
  const styles = useStyles()
  const narrow = useNarrow()
  const [heading, ...rest] = columns
  if (narrow)
    return (
      <Stack as="ul" gap="M" aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <Card
              className={mergeClasses(styles.card, isMarked(row) && styles.marked)}
              {...(rowLabel && { role: 'group', 'aria-label': rowLabel(row) })}
            >
              <div className={styles.rowHeading}>{heading.cell(row)}</div>
              <dl className={mergeClasses(styles.facts, rowLabel && styles.fields)}>
                {rest.map((column) => (
                  <Fact key={column.heading} label={column.heading} value={column.cell(row)} />
                ))}
              </dl>
              {below(row)}
            </Card>
          </li>
        ))}
      </Stack>
    )
  return (
    <div className={styles.scroller}>
      <Table aria-label={label} className={styles.table}>
        <TableHeader>
          <TableRow>
            {columns.map((column) => (
              <TableHeaderCell
                key={column.heading}
                className={styles.headerCell}
                {...(column.width !== undefined && { style: { width: column.width } })}
              >
                {column.heading}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => {
            const marked = isMarked(row) && styles.marked
            const more = below(row)
            return (
              <Fragment key={rowKey(row)}>
                <TableRow
                  className={mergeClasses(styles.row, marked, more !== null && styles.hasMore)}
                  {...(rowLabel && { 'aria-label': rowLabel(row) })}
                >
                  <TableCell role="rowheader" className={mergeClasses(styles.cell, styles.rowHeading)}>
                    {heading.cell(row)}
                  </TableCell>
                  {rest.map((column) => (
                    <TableCell key={column.heading} className={styles.cell}>
                      {column.cell(row)}
                    </TableCell>
                  ))}
                </TableRow>
                {more !== null && (
                  <TableRow className={mergeClasses(styles.row, marked)}>
                    <TableCell colSpan={columns.length} className={mergeClasses(styles.cell, styles.more)}>
                      {more}
                    </TableCell>
                  </TableRow>
                )}
              </Fragment>
            )
          })}
        </TableBody>
      </Table>
    </div>
  )
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  )
}
