// A spreadsheet reads a cell with this start as a formula, or drops what it can't show and then finds one.
const formulaStart = /^[=+\-@\t\r\n\0]/

/**
 * A field of a CSV file: always quoted, and with an apostrophe before what a spreadsheet would run as a formula.
 * https://www.rfc-editor.org/rfc/rfc4180 · https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvField(value: string): string {
  const text = formulaStart.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}
