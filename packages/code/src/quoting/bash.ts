import { visibleText } from '@portal/arm'

/**
 * A word of bash that means exactly `value`. Throws `RefusedCharacter`.
 * https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html
 */
export function bashQuoted(value: string): string {
  return `'${visibleText(value).replaceAll("'", String.raw`'\''`)}'`
}
