import type { IssuePath } from '@portal/image-version'
import { fieldAttribute } from '../code/focused-field.ts'

const controls = 'input, textarea, select, button, [role=combobox], [tabindex="0"]'

/**
 * Scrolls to the field at `path`, or to the nearest that contains it, and focuses its control. Of several paths, the
 * one whose field is first on the page; without any, the element of the ID.
 */
export function focusField(paths: readonly IssuePath[], elseId?: string): void {
  const [first] = paths
    .flatMap((path) => controlAt(path) ?? [])
    .toSorted((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  const control = first ?? (elseId === undefined ? null : document.querySelector<HTMLElement>(`#${elseId}`))
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

function controlAt(path: IssuePath): HTMLElement | null {
  for (let length = path.length; length > 0; length--) {
    const name = fieldAttribute(path.slice(0, length))['data-field']
    const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
    const control = field?.matches(`${controls}, [tabindex]`) ? field : field?.querySelector<HTMLElement>(controls)
    if (control) return control
  }
  // The matrix draws only the rows in view: a cell beyond them is found from the first that is drawn.
  return path[2] === 'encryption' ? document.querySelector('[role="gridcell"]') : null
}
