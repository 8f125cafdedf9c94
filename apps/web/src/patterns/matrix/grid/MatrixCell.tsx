import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { CellState } from '../cell-facts.ts'
import { cellIcons } from '../cell-icons.ts'
import { sizes } from './grid-sizes.ts'

const useStyles = makeStyles({
  cell: {
    position: 'absolute',
    height: `${sizes.row}px`,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    alignContent: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '& svg': { gridRow: 'span 2', alignSelf: 'center', fontSize: '20px' },
  },
  // A field with a chevron, drawn without elements: thousands of cells scroll by.
  open: {
    cursor: 'pointer',
    paddingRight: '36px',
    '::before': {
      content: '""',
      position: 'absolute',
      inset: '4px',
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      pointerEvents: 'none',
    },
    '::after': {
      content: '""',
      position: 'absolute',
      top: 'calc(50% - 6px)',
      right: '18px',
      width: '7px',
      height: '7px',
      borderRight: `1.5px solid ${tokens.colorNeutralForeground3}`,
      borderBottom: `1.5px solid ${tokens.colorNeutralForeground3}`,
      transform: 'rotate(45deg)',
      pointerEvents: 'none',
    },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':hover::before': { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus::before': {
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Pressed}`,
      borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  why: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  ready: { '& svg': { color: tokens.colorStatusSuccessForeground1 } },
  warning: { '& svg': { color: tokens.colorStatusWarningForeground3 } },
  problem: {
    '& svg': { color: tokens.colorStatusDangerForeground1 },
    '& span + span': { color: tokens.colorStatusDangerForeground3 },
  },
  unknown: { '& svg': { color: tokens.colorNeutralForeground3 } },
  empty: { color: tokens.colorNeutralForeground2, gridTemplateColumns: 'minmax(0, 1fr)' },
})

interface MatrixCellProps {
  row: number
  column: number
  /** the field of the plan, as `fieldAttribute` names it */
  field: string
  /** pixels from the left and the top of the row; undefined width: the whole row */
  left: number
  top: number
  width: number | undefined
  /** its accessible name */
  label: string
  state: CellState
  title: string
  why: string
  isActive: boolean
  /** it has a list to choose from */
  opens: boolean
}

/** One cell: the chosen set, its readiness, and one line with the reason. The grid handles its clicks and keys. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { row, column, field, left, top, width, label, state, title, why, isActive, opens } = props
  const styles = useStyles()
  const Icon = cellIcons[state]
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={label}
      aria-haspopup={opens ? 'listbox' : undefined}
      aria-invalid={state === 'problem'}
      tabIndex={isActive ? 0 : -1}
      data-row={row}
      data-column={column}
      data-field={field}
      className={mergeClasses(styles.cell, opens && styles.open, styles[state])}
      style={{ left, top, width: width ?? '100%' }}
    >
      {state !== 'empty' && <Icon aria-hidden />}
      <span className={styles.line}>{title}</span> <span className={mergeClasses(styles.line, styles.why)}>{why}</span>
    </div>
  )
})
