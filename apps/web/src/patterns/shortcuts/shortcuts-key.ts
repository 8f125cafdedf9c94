import { storeChoice, storedChoice } from '../../stored-choice.ts'

const storageKey = 'questionMark'

/** Whether `?` opens the list: WCAG 2.1.4 asks that a shortcut of one character can be turned off. */
export function isQuestionMarkOn(): boolean {
  return storedChoice(storageKey, ['off']) === undefined
}

/** Turns `?` on or off in this browser. */
export function turnQuestionMark(on: boolean): void {
  storeChoice(storageKey, on ? 'on' : 'off')
}

/** Whether a pressed key asks for the list of shortcuts: `?`, but not while someone types or answers a dialog. */
export function asksForShortcuts({ key, ctrlKey, metaKey, altKey, defaultPrevented, target }: KeyboardEvent): boolean {
  if (key !== '?' || ctrlKey || metaKey || altKey || defaultPrevented || !isQuestionMarkOn()) return false
  if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return false
  return !(target instanceof HTMLElement && isTypedInto(target))
}

/** Kinds of `input` that take no text. */
const withoutText = new Set(['button', 'checkbox', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

// A list that is searched by typing counts as well.
function isTypedInto(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return !withoutText.has(element.type)
  return (
    element.isContentEditable ||
    element.closest('textarea, select, [role=combobox], [role=listbox], [role=menu], [role=textbox]') !== null
  )
}
