import type { IssuePath } from '@portal/image-version'

/**
 * A line of code and the field of the plan that it shows; [] for none, and a region's path for a line of several cells.
 */
export interface CodeLine {
  text: string
  path: IssuePath
}

/** A line that shows no field. */
export function plainLine(text: string): CodeLine {
  return { text, path: [] }
}

/** The lines with two blanks before each. */
export function indented(lines: CodeLine[]): CodeLine[] {
  return lines.map(({ text, path }) => ({ text: text === '' ? '' : `  ${text}`, path }))
}
