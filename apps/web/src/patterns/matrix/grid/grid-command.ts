import type { Position } from '../layout.ts'

/** The grid command of a key. */
export type GridCommand =
  | { type: 'move'; to: Position }
  /** `typed`: the first letter of the search, '' for none */
  | { type: 'open'; typed: string }
  | { type: 'clear' }
  | { type: 'copyDown' }
  | { type: 'copyAcross' }
  | { type: 'undo' }
  | { type: 'redo' }

interface Key {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** How many rows Page Up and Page Down go. */
const page = 8

/**
 * The command of a key, after the pattern of a grid and the keys of spreadsheets; undefined for other keys.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function gridCommand(pressed: Key, at: Position, last: Position): GridCommand | undefined {
  const { key, altKey, shiftKey } = pressed
  const isControl = pressed.ctrlKey || pressed.metaKey
  const move = (row: number, column: number): GridCommand => ({
    type: 'move',
    to: { row: Math.min(Math.max(row, 0), last.row), column: Math.min(Math.max(column, 0), last.column) },
  })
  switch (key) {
    case 'ArrowUp':
      return move(isControl ? 0 : at.row - 1, at.column)
    case 'ArrowDown':
      return altKey ? { type: 'open', typed: '' } : move(isControl ? last.row : at.row + 1, at.column)
    case 'ArrowLeft':
      return move(at.row, isControl ? 0 : at.column - 1)
    case 'ArrowRight':
      return move(at.row, isControl ? last.column : at.column + 1)
    case 'PageUp':
      return move(at.row - page, at.column)
    case 'PageDown':
      return move(at.row + page, at.column)
    case 'Home':
      return move(isControl ? 0 : at.row, 0)
    case 'End':
      return move(isControl ? last.row : at.row, last.column)
    case 'Enter':
    case 'F2':
    case ' ':
      return { type: 'open', typed: '' }
    case 'Delete':
    case 'Backspace':
      return { type: 'clear' }
  }
  // It lists the shortcuts, and is in no name of a set.
  if (key === '?') return undefined
  if (!isControl) return key.length === 1 && !altKey ? { type: 'open', typed: key } : undefined
  switch (key.toLowerCase()) {
    case 'd':
      return { type: 'copyDown' }
    case 'r':
      return { type: 'copyAcross' }
    case 'y':
      return { type: 'redo' }
    case 'z':
      return { type: shiftKey ? 'redo' : 'undo' }
    default:
      return undefined
  }
}
