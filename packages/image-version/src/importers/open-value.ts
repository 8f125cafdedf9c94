// A value that the text leaves open, for example a variable set elsewhere, is kept inside the surrounding value,
// between two characters that no text can contain: importPlan drops them from pasted text.

const mark = '\u0000'

/** Stands for what `name` would give: `$LOCATION`, `parameters('name')`. */
export function openReference(name: string): string {
  return `${mark}${name}${mark}`
}

/**
 * What is left open in `text`, first to last. `<subscription ID>` counts: so documentation marks what is to be filled
 * in.
 */
export function openNames(text: string): string[] {
  const marked = text.split(mark).filter((_, index) => index % 2 === 1)
  const opening = text.indexOf('<')
  const closing = text.indexOf('>', opening)
  return opening >= 0 && closing > opening ? [...marked, text.slice(opening, closing + 1)] : marked
}

/** The text without the characters that mark what is open. */
export function withoutMarks(text: string): string {
  return text.replaceAll(mark, '')
}
