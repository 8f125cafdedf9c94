import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ErrorCircleFilled,
  QuestionCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons'
import { memo } from 'react'
import type { CellState } from '../cell-facts.ts'
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
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
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
  open: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
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
  empty: { color: tokens.colorNeutralForeground2, '& svg': { color: tokens.colorNeutralForeground3 } },
})

const icons = {
  ready: CheckmarkCircleFilled,
  warning: WarningFilled,
  problem: ErrorCircleFilled,
  unknown: QuestionCircleRegular,
  empty: CircleRegular,
} as const satisfies Record<CellState, unknown>

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
  /** it opens no list */
  isReadOnly: boolean
}

/** One cell: the chosen set, its readiness, and one line with the reason. The grid handles its clicks and keys. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { row, column, field, left, top, width, label, state, title, why, isActive, isReadOnly } = props
  const styles = useStyles()
  const Icon = icons[state]
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={label}
      aria-haspopup={isReadOnly ? undefined : 'listbox'}
      aria-invalid={state === 'problem'}
      tabIndex={isActive ? 0 : -1}
      data-row={row}
      data-column={column}
      data-field={field}
      className={mergeClasses(styles.cell, !isReadOnly && styles.open, styles[state])}
      style={{ left, top, width: width ?? '100%' }}
    >
      <Icon aria-hidden />
      <span className={styles.line}>{title}</span> <span className={mergeClasses(styles.line, styles.why)}>{why}</span>
    </div>
  )
})
