/**
 * Marks an element by what it shows: the codes of issues, states and places. The demo's steps look for them, so that a
 * step is done once what it promises is on the screen.
 */
export function shows(...codes: (string | undefined)[]): { 'data-shows'?: string } {
  const known = codes.filter((code) => code !== undefined)
  return known.length === 0 ? {} : { 'data-shows': known.join(' ') }
}

/** The elements in view of a page, not hidden, that show that code. */
export function elementsShowing(code: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-shows~="${CSS.escape(code)}"]`)].filter((element) =>
    element.checkVisibility(),
  )
}
