import type { Shortcut, ShortcutGroup } from '../../shortcuts/shortcut.ts'

const moves: readonly Shortcut[] = [
  { keys: [['Arrows']], does: (t) => t.matrix.move },
  { keys: [['Home'], ['End']], does: (t) => t.matrix.rowEnds },
  { keys: [['Ctrl', 'Arrows']], does: (t) => t.matrix.edge },
  {
    keys: [
      ['Ctrl', 'Home'],
      ['Ctrl', 'End'],
    ],
    does: (t) => t.matrix.corners,
  },
  { keys: [['PageUp'], ['PageDown']], does: (t) => t.matrix.pages },
]

const edits: readonly Shortcut[] = [
  { keys: [['Enter'], ['F2'], ['Space'], ['Alt', 'Down']], does: (t) => t.matrix.open },
  { keys: [['Letter']], does: (t) => t.matrix.search },
  { keys: [['Delete']], does: (t) => t.matrix.clear },
  { keys: [['Ctrl', 'D']], does: (t) => t.matrix.copyDown },
  { keys: [['Ctrl', 'R']], does: (t) => t.matrix.copyAcross },
  { keys: [['Ctrl', 'Z']], does: (t) => t.matrix.undo },
  {
    keys: [
      ['Ctrl', 'Y'],
      ['Ctrl', 'Shift', 'Z'],
    ],
    does: (t) => t.matrix.redo,
  },
]

/** What the keys of `gridCommand` do. */
export const matrixShortcuts: ShortcutGroup = { title: (t) => t.matrix.title, shortcuts: [...moves, ...edits] }

/** The same, where another tab works on the cells. */
export const readOnlyMatrixShortcuts: ShortcutGroup = { ...matrixShortcuts, shortcuts: moves }
