// A spreadsheet drops what it can't show and the space before a text, reads the signs of East Asian keyboards as its
// own, and then runs what begins with one. OWASP has tabs and line ends quoted too, whatever follows.
const formulaStart = /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n\0]/u

/**
 * A field of a CSV file: always quoted, and with an apostrophe before what a spreadsheet would run as a formula.
 * https://www.rfc-editor.org/rfc/rfc4180 · https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvField(value: string): string {
  const text = formulaStart.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}
