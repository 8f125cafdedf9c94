import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { useState } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { hasList } from './cell-facts.ts'
import { copiedCells } from './copied-cells.ts'
import type { MatrixEdit } from './filled-cells.ts'
import type { GridCommand } from './grid/grid-command.ts'
import { cellAt } from './layout.ts'
import type { Cell } from './matrix.ts'
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
