/**
 * A block of commands to run.
 * @typedef {{
 *   heading: string,
 *   commands: string,
 *   shown: string,
 *   inOwnTerminal: boolean }} Step heading: the one above it; shown: its output, according to the page; inOwnTerminal:
 *   it keeps running there
 */

const own = '# in a terminal of its own\n'

/**
 * The steps of a page: its `bash` blocks, each with the `text` block right after it. Blocks of `sh` are for an Azure
 * that isn't available here, and are not run.
 * @param {string} markdown
 * @returns {Step[]}
 */
export function stepsOf(markdown) {
  const pieces = markdown.matchAll(/^(?:##+ (.+)|```(\w*)\n([\s\S]*?)^```)$/gm)
  /** @type {Step[]} */
  const steps = []
  let heading = ''
  let end = 0
  let before = ''
  for (const { 0: piece, 1: title, 2: language = '', 3: text = '', index } of pieces) {
    const isNext = markdown.slice(end, index).trim() === ''
    end = index + piece.length
    if (title !== undefined) heading = title
    if (language === 'bash')
      steps.push({ heading, commands: text.replace(own, ''), shown: '', inOwnTerminal: text.startsWith(own) })
    const last = steps.at(-1)
    if (language === 'text' && before === 'bash' && isNext && last) last.shown = text
    before = language
  }
  return steps
}
