import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { similarSetsByRegion } from '@portal/version-rules'
import type { CellFilling } from './filled-cells.ts'
import { cellAt, type Layout, type Position } from './layout.ts'
import { setIdOf } from './matrix.ts'

/**
 * The result of copying the cell at `from` down or to the right: disks of the same region get the same set, those of
 * other regions the similar set there. Cells without a match are left alone.
 */
export function copiedCells(
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
