import { csvField } from '@portal/code'

/** What tells Excel that a file is UTF-8. */
export const byteOrderMark = '\u{FEFF}'

/** Rows of cells as lines of a CSV file. */
export function linesOfCsv(rows: string[][]): string {
  return rows.map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('')
}
