import type { ShortcutTexts } from './shortcuts-texts.ts'

/** A key as it is listed: by its name in the catalogue, or as it is printed on every keyboard. */
export type Key =
  | keyof ShortcutTexts['keys']
  | 'Ctrl'
  | 'Alt'
  | 'K'
  | '⌘'
  | 'Tab'
  | 'F2'
  | 'D'
  | 'G'
  | 'R'
  | 'Y'
  | 'Z'
  | '?'
  | 'A'
  | 'X'

/** What one or several combinations of keys do. */
export interface Shortcut {
  /** keys that are pressed together; any of the combinations will do */
  keys: readonly (readonly Key[])[]
  does: (t: ShortcutTexts) => string
}

/** The shortcuts of one part of a page. */
export interface ShortcutGroup {
  title: (t: ShortcutTexts) => string
  shortcuts: readonly Shortcut[]
}
