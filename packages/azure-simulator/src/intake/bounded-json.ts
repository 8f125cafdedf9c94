const deepest = 128
const most = 300_000

/** JSON with more levels or values than allowed. */
export class UnboundedJson extends SyntaxError {}

/**
 * Parses JSON of at most 128 levels and 300,000 values; otherwise throws UnboundedJson, and a SyntaxError if it is not
 * JSON. One pass over the text checks this before anything is built from it: `{},{},…` uses twenty times as much memory
 * as text.
 */
export function boundedJson(text: string): unknown {
  assertBounds(text)
  return JSON.parse(text)
}

/** Throws UnboundedJson if the text, if it is JSON, is nested too deep or has too many values. */
function assertBounds(text: string): void {
  let depth = 0
  let values = 1
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfText(text, at)
        break
      case 0x2c: // ,
        values += 1
        break
      case 0x5b: // [
      case 0x7b: // {
        depth += 1
        values += 1
        if (depth > deepest) throw new UnboundedJson(`The JSON is nested more than ${deepest} levels deep`)
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1
        break
    }
    if (values > most) throw new UnboundedJson(`The JSON holds more than ${most} values`)
  }
}

/** The position of the last quote of the quoted text that starts at `start`; the end of the text if it has none. */
export function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at
    if (code === 0x5c) at += 1
  }
  return text.length
}
