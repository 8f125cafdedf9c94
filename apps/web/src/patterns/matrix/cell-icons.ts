import {
  CheckmarkCircleFilled,
  CircleRegular,
  ErrorCircleFilled,
  QuestionCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons'
import type { CellState } from './cell-facts.ts'

/** The icon of each state, in a cell and in its list. */
export const cellIcons = {
  ready: CheckmarkCircleFilled,
  warning: WarningFilled,
  problem: ErrorCircleFilled,
  unknown: QuestionCircleRegular,
  empty: CircleRegular,
} as const satisfies Record<CellState, unknown>
