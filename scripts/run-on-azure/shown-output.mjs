/**
 * Whether a page shows what was printed. `…` matches anything within a line, and on a separate line any lines.
 * @param {string} shown
 * @param {string} printed
 * @param {{ isWhole: boolean }} options isWhole: nothing more will be printed, and nothing more was allowed
 */
export function isShown(shown, printed, { isWhole }) {
  const lines = linesOf(shown).map((line) =>
    line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}\\n`,
  )
  return new RegExp(`^${lines.join('')}${isWhole ? '$' : ''}`).test(
    linesOf(printed)
      .map((line) => `${line}\n`)
      .join(''),
  )
}

/** Without spaces at the ends of lines, and without empty lines at the ends of the text. */
function linesOf(/** @type {string} */ text) {
  const trimmed = text.replace(/[ \t\r]+$/gm, '').replace(/^\n+|\n+$/g, '')
  return trimmed === '' ? [] : trimmed.split('\n')
}

function escaped(/** @type {string} */ text) {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
