import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { useState } from 'react'
import { useNarrow } from '../../ui/use-narrow.ts'
import { cellAt, layoutOf, positionOf, type Position } from './layout.ts'
import { matrixOf, setIdOf, type Cell } from './matrix.ts'
import type { Filter } from './MatrixMenu.tsx'

/** The visible cells of a plan, their layout, and the active cell. */
export function useMatrixView(plan: ImageVersionPlan, inventory: Inventory, hasProblem: (cell: Cell) => boolean) {
  const isNarrow = useNarrow()
  const [grouping, group] = useState<'regions' | 'disks'>('regions')
  const [filter, setFilter] = useState<Filter>('all')
  const [activeCell, activate] = useState<Cell>()
  const [focusRequest, requestFocus] = useState(0)

  const matrix = matrixOf(plan, inventory)
  const isEmpty = (cell: Cell) => setIdOf(plan, cell) === ''
  const matches = { all: () => true, empty: isEmpty, problem: hasProblem }[filter]
  const isActive = (cell: Cell) =>
    cell.region.index === activeCell?.region.index && cell.disk.key === activeCell.disk.key
  // The focused cell stays visible during editing, even if the filter no longer includes it.
  const layout = layoutOf(matrix, isNarrow ? 'cells' : grouping, (cell) => matches(cell) || isActive(cell))
  const active = (activeCell && positionOf(layout, activeCell)) ?? { row: 0, column: 0 }
  const refocus = () => requestFocus(focusRequest + 1)
  return {
    matrix,
    layout,
    active,
    /** the active cell, undefined if none is shown */
    current: cellAt(layout, active),
    isEmpty,
    /** undefined in a narrow window, which shows one cell below the other */
    grouping: isNarrow ? undefined : grouping,
    group,
    filter,
    setFilter,
    focusRequest,
    /** returns the focus to the active cell */
    refocus,
    activate: (position: Position) => activate(cellAt(layout, position)),
    goTo: (position: Position) => {
      activate(cellAt(layout, position))
      refocus()
    },
  }
}

export type MatrixView = ReturnType<typeof useMatrixView>
