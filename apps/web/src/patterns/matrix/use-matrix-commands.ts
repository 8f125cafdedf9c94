import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { similarSetsByRegion } from '@portal/version-rules'
import { useState } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { hasList } from './cell-facts.ts'
import type { GridCommand } from './grid/grid-command.ts'
import { cellAt, type Layout, type Position } from './layout.ts'
import type { MatrixEdit, CellFilling } from './matrix-reducer.ts'
import { type Cell, setIdOf } from './matrix.ts'
import type { MatrixView } from './use-matrix-view.ts'

/** The cell whose list is open, the start of its search text, and the active item of the list. */
export interface OpenedList {
  cell: Cell
  typed: string
  anchor: HTMLElement
}

interface Matrix {
  plan: ImageVersionPlan
  inventory: Inventory
  onEdit: (edit: MatrixEdit) => void
}

/** Runs the commands of keys and toolbar, and announces their result. */
export function useMatrixCommands(matrix: Matrix, view: MatrixView, openList: (list: OpenedList) => void) {
  const { plan, inventory, onEdit } = matrix
  const { layout, active, current, isEmpty, goTo } = view
  const { copied } = useWizardTexts().wizard.encryption.matrix
  const isReadOnly = useReadOnlyDraft()
  const [said, say] = useState('')
  const fill = (cell: Cell, diskEncryptionSetId: string) =>
    onEdit({ type: 'fillCells', cells: [{ index: cell.region.index, disk: cell.disk.key, diskEncryptionSetId }] })

  function onCommand(command: GridCommand, element?: HTMLElement) {
    say('')
    if (isReadOnly && command.type !== 'move') return
    switch (command.type) {
      case 'move':
        return goTo(command.to)
      case 'open': {
        if (element === undefined) return
        const at = { row: Number(element.dataset['row']), column: Number(element.dataset['column']) }
        const cell = cellAt(layout, at)
        if (cell !== undefined && hasList(cell, plan)) openList({ cell, typed: command.typed, anchor: element })
        return
      }
      case 'clear':
        if (current !== undefined && !isEmpty(current)) fill(current, '')
        return
      case 'copyDown':
      case 'copyAcross': {
        if (current === undefined || isEmpty(current)) return
        const { filled, left } = copiedCells({ plan, inventory, layout }, active, command.type)
        say(copied(filled.length, left))
        if (filled.length > 0) onEdit({ type: 'fillCells', cells: filled })
        return
      }
      case 'undo':
      case 'redo':
        return onEdit(command)
    }
  }
  return { said, fill, onCommand }
}

/**
 * The result of copying the cell at `from` down or to the right: disks of the same region get the same set, those of
 * other regions the similar set there. Cells without a match are left alone.
 */
function copiedCells(
  { plan, inventory, layout }: { plan: ImageVersionPlan; inventory: Inventory; layout: Layout },
  from: Position,
  direction: 'copyDown' | 'copyAcross',
): { filled: CellFilling[]; left: number } {
  const source = cellAt(layout, from)
  if (source === undefined || source.disk.key === 'confidential') return { filled: [], left: 0 }
  const id = setIdOf(plan, source)
  const similar = similarSetsByRegion(plan, inventory, id)
  const wanted = positionsAfter(layout, from, direction).flatMap((position) => {
    const cell = cellAt(layout, position)
    if (cell === undefined || cell.disk.key === 'confidential') return []
    if (cell.disk.isConfidential !== source.disk.isConfidential) return []
    const isSameRegion = cell.region.index === source.region.index
    return [{ cell, diskEncryptionSetId: isSameRegion ? id : (similar.get(cell.region.index)?.set?.id ?? '') }]
  })
  return {
    filled: wanted.flatMap(({ cell, diskEncryptionSetId }) =>
      diskEncryptionSetId === '' || diskEncryptionSetId === setIdOf(plan, cell)
        ? []
        : [{ index: cell.region.index, disk: cell.disk.key, diskEncryptionSetId }],
    ),
    left: wanted.filter(({ diskEncryptionSetId }) => diskEncryptionSetId === '').length,
  }
}

function positionsAfter({ rows, columns }: Layout, { row, column }: Position, direction: 'copyDown' | 'copyAcross') {
  return direction === 'copyDown'
    ? rows.flatMap((_, at): Position[] => (at > row ? [{ row: at, column }] : []))
    : columns.flatMap((_, at): Position[] => (at > column ? [{ row, column: at }] : []))
}
