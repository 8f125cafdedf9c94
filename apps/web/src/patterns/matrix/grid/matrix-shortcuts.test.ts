import { expect, it } from 'vitest'
import type { Key } from '../../shortcuts/shortcut.ts'
import { shortcutsEn } from '../../shortcuts/shortcuts-texts.ts'
import { gridCommand } from './grid-command.ts'
import { matrixShortcuts, readOnlyMatrixShortcuts } from './matrix-shortcuts.ts'

const browserKeys: Partial<Record<Key, string>> = {
  Arrows: 'ArrowRight',
  Down: 'ArrowDown',
  Letter: 'w',
  Space: ' ',
}

function commandOf(combination: readonly Key[]): string | undefined {
  const last = combination.at(-1) ?? 'Enter'
  const pressed = {
    key: browserKeys[last] ?? last,
    ctrlKey: combination.includes('Ctrl'),
    altKey: combination.includes('Alt'),
    shiftKey: combination.includes('Shift'),
    metaKey: false,
  }
  return gridCommand(pressed, { row: 3, column: 3 }, { row: 9, column: 9 })?.type
}

const listed = matrixShortcuts.shortcuts.flatMap(({ keys, does }) =>
  keys.map((combination) => [combination.join('+'), does(shortcutsEn), commandOf(combination)] as const),
)

it('lists only keys that the grid obeys, and all of its commands', () => {
  expect(listed.filter(([, , command]) => command === undefined)).toEqual([])
  expect(new Set(listed.map(([, , command]) => command))).toEqual(
    new Set(['move', 'open', 'clear', 'copyDown', 'copyAcross', 'undo', 'redo']),
  )
})

it('lists only moves where the cells are read-only', () => {
  const commands = readOnlyMatrixShortcuts.shortcuts.flatMap(({ keys }) => keys.map(commandOf))
  expect(new Set(commands)).toEqual(new Set(['move']))
})

it('leaves the question mark to the list of shortcuts', () => {
  expect(commandOf(['?'])).toBeUndefined()
})
