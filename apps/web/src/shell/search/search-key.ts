// Whether this computer's shortcuts are with Command.
const isMac = /mac/i.test(navigator.platform)

/** The shortcut as it is printed. */
export const searchShortcut = isMac ? '⌘K' : 'Ctrl+K'

/** Whether a pressed key asks for the search: Ctrl+K, on a Mac Command+K; there, Ctrl+K is a key of text fields. */
export function asksForSearch({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'k' || altKey || shiftKey) return false
  return isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
}
