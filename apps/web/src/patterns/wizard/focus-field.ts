const focusable = 'input, textarea, select, button, [role=combobox], [tabindex="0"]'

/**
 * Gives the focus to the field at `path` of a form inside `form`, or to the nearest one that contains it; false if
 * there is none. `fieldAttribute` on the fields has their path.
 */
export function focusField(form: HTMLElement | null, path: readonly (string | number)[]): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('/')
    const field = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
    if (!field) continue
    const control =
      field.matches(focusable) || field.tabIndex >= 0 ? field : field.querySelector<HTMLElement>(focusable)
    if (!control) continue
    control.focus({ preventScroll: true })
    control.scrollIntoView({ block: 'center' })
    return true
  }
  return false
}
