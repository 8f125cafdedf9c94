import { boundedJson, endOfText, UnboundedJson } from '../../intake/bounded-json.ts'

const mostChanges = 100_000
const escapes = new Map([
  [0x09, String.raw`\t`],
  [0x0a, String.raw`\n`],
  [0x0d, String.raw`\r`],
])

/**
 * Reads a body as ARM does, which also accepts comments, unquoted names and texts over several lines:
 * `az deployment group create` writes `template:` that way, and sends a template file unchanged. Linear in the length
 * of the text. Throws a SyntaxError.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax#comments-and-metadata
 */
export function lenientJson(text: string): unknown {
  try {
    return boundedJson(text)
  } catch (error) {
    if (error instanceof UnboundedJson) throw error
    return boundedJson(strictOf(text))
  }
}

/** The text without its comments, with escapes in its texts, and with quotes around each bare name before a colon. */
function strictOf(text: string): string {
  const kept: string[] = []
  let copiedTo = 0
  const replace = (range: { start: number; end: number }, by: string) => {
    if (kept.length > mostChanges) throw new UnboundedJson('The JSON has too many comments and names without quotes')
    kept.push(text.slice(copiedTo, range.start), by)
    copiedTo = range.end
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      const end = endOfText(text, at)
      for (let inside = at; inside < end; inside += 1) {
        const escape = escapes.get(text.charCodeAt(inside))
        if (escape !== undefined) replace({ start: inside, end: inside + 1 }, escape)
      }
      at = end
    } else if (code === 0x2f) {
      const end = endOfComment(text, at)
      if (end !== undefined) replace({ start: at, end }, '')
      at = end === undefined ? at : end - 1
    } else if (isOfName(code)) {
      const end = endOf(text, { from: at, is: isOfName })
      if (text.charCodeAt(endOf(text, { from: end, is: isSpace })) === 0x3a)
        replace({ start: at, end }, `"${text.slice(at, end)}"`)
      at = end - 1
    }
  }
  return kept.join('') + text.slice(copiedTo)
}

/** The end of the comment that might start at a slash; undefined if there is no comment. */
function endOfComment(text: string, start: number): number | undefined {
  const isLine = text.charCodeAt(start + 1) === 0x2f
  if (!isLine && text.charCodeAt(start + 1) !== 0x2a) return undefined
  const end = text.indexOf(isLine ? '\n' : '*/', start + 2)
  if (end === -1) return text.length
  return isLine ? end : end + 2
}

function endOf(text: string, { from, is }: { from: number; is: (code: number) => boolean }): number {
  let end = from
  while (end < text.length && is(text.charCodeAt(end))) end += 1
  return end
}

// As in .NET's reader: names can start with a digit.
function isOfName(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x24
  )
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}
