// A value that the text leaves open, for example a variable set elsewhere, is kept inside the surrounding value,
// between two characters that no text can contain: importPlan drops them from pasted text.

const mark = '\u0000'

/** Represents the value of `name`: `$LOCATION`, `parameters('name')`. */
export function openReference(name: string): string {
  return `${mark}${name}${mark}`
}

/**
 * The open values in `text`, first to last. `<subscription ID>` counts: documentation marks values to fill in this way.
 */
export function openNames(text: string): string[] {
  const marked = text.split(mark).filter((_, index) => index % 2 === 1)
  const opening = text.indexOf('<')
  const closing = text.indexOf('>', opening)
  return opening >= 0 && closing > opening ? [...marked, text.slice(opening, closing + 1)] : marked
}

/** The text without the marks of open values. */
export function withoutMarks(text: string): string {
  return text.replaceAll(mark, '')
}
