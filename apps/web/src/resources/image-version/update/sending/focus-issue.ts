import type { IssuePath } from '@portal/image-version'
import { fieldAttribute } from '../../../../patterns/code/focused-field.ts'

const controls = 'input, select, textarea, button, [tabindex]'

/** Scrolls to the field at a path of the change, or to the nearest that contains it, and focuses its control. */
export function focusIssue(path: IssuePath): void {
  focusField(fieldAt(path))
}

/** As `focusIssue`, for the one of several whose field is first on the page; without any, for the element of the ID. */
export function focusFirstIssue(paths: IssuePath[], elseId: string): void {
  const [first] = paths
    .flatMap((path) => fieldAt(path) ?? [])
    .toSorted((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  focusField(first ?? document.querySelector<HTMLElement>(`#${elseId}`))
}

function focusField(field: HTMLElement | null): void {
  if (field === null) return
  const control = field.matches(controls) ? field : (field.querySelector<HTMLElement>(controls) ?? field)
  field.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
}

function fieldAt(path: IssuePath): HTMLElement | null {
  const [field, index, part] = path
  // The matrix shows the new regions as a plan.
  const shown = field === 'addedRegions' && part === 'encryption' ? ['targetRegions', ...path.slice(1)] : path
  for (let length = shown.length; length > 0; length--) {
    const name = fieldAttribute(shown.slice(0, length))['data-field']
    const found = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
    if (found !== null) return found
  }
  // The matrix draws only the rows in view: a cell beyond them is found from the first that is drawn.
  return part === 'encryption' && index !== undefined ? document.querySelector('[role="gridcell"]') : null
}
