import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { onlyFittingSets, proposedSets } from '@portal/version-rules'
import { useDeferredValue, useMemo } from 'react'
import { useProposalTexts } from '../wizard/texts/proposals-texts.ts'
import type { MatrixEdit } from './matrix-reducer.ts'

/** One way to fill empty cells at once. */
export interface Fill {
  id: 'like' | 'only'
  text: string
  /** how many cells it fills */
  cells: number
  apply: () => void
}

/** The sets of the latest encrypted version for the empty cells, and the only set that fits each of the others. */
export function useFills(plan: ImageVersionPlan, inventory: Inventory, onEdit: (edit: MatrixEdit) => void): Fill[] {
  const t = useProposalTexts()
  // They follow a change of the plan after it is shown.
  const shown = useDeferredValue(plan)
  const like = useMemo(() => proposedSets(shown, inventory), [shown, inventory])
  const only = useMemo(() => onlyFittingSets(shown, inventory), [shown, inventory])
  const fills: Fill[] = []
  if (like !== undefined) {
    const { cells } = like
    fills.push({
      id: 'like',
      text: t.like(like.like),
      cells: cells.length,
      apply: () => onEdit({ type: 'fillCells', cells }),
    })
  }
  if (only.length > 0)
    fills.push({
      id: 'only',
      text: t.only,
      cells: only.length,
      apply: () => onEdit({ type: 'fillCells', cells: only }),
    })
  return fills
}
