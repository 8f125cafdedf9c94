import { spend } from '../../budget/work-budget.ts'
import { InvalidQuery } from './invalid-query.ts'

/** A token of the Kusto Query Language: `name` for names and operators of letters, `symbol` for the rest. */
export interface Token {
  kind: 'name' | 'text' | 'time' | 'number' | 'symbol' | 'end'
  text: string
  /** characters before it in the query */
  at: number
}

const patterns: [Token['kind'] | 'nothing', RegExp][] = [
  ['nothing', /\s+|\/\/[^\n]*/y],
  ['text', /@?'[^'\\]*(?:\\.[^'\\]*)*'|@?"[^"\\]*(?:\\.[^"\\]*)*"/y],
  // A time: `datetime(2026-11-27)`; a duration: `14d`, `1.5h`, `30m`.
  ['time', /datetime\s*\(\s*(?:\d[^()]*|'[^'()]*'|"[^"()]*"|null)\s*\)|\d+(?:\.\d+)?(?:ms|[dhms])\b/y],
  ['number', /\d+(?:\.\d+)?/y],
  // Operators of two words are one token: `project-away`, `in~`, `!contains`. `__proto__` is not a cell of an object.
  ['name', /(?:project-away|project-rename|project-keep|mv-expand|!?in~|![a-z_]+|\$?(?!__proto__\b)[A-Za-z_]\w*)/y],
  ['symbol', /=~|!~|==|!=|<=|>=|\.\.|[|()[\].,=<>+*/%-]/y],
]

/** The tokens of a query, the last of kind `end`. Throws 400 for a character with which no token starts. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    spend(10)
    const found = patterns
      .map(([kind, pattern]) => ({ kind, text: matchAt(pattern, query, at) }))
      .find(({ text }) => text)
    if (found?.text === undefined)
      throw new InvalidQuery(`Unexpected '${query.charAt(at)}' at position ${at}.`, 'ParserFailure')
    if (found.kind !== 'nothing') tokens.push({ kind: found.kind, text: found.text, at })
    at += found.text.length
  }
  return [...tokens, { kind: 'end', text: '', at }]
}

function matchAt(pattern: RegExp, query: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(query)?.[0]
}

/** The meaning of a token of kind `text`: a backslash escapes, unless an `@` precedes it. */
export function textOfLiteral(literal: string): string {
  if (literal.startsWith('@')) return literal.slice(2, -1)
  const escaped: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
  return literal.slice(1, -1).replaceAll(/\\(.)/g, (_, letter: string) => escaped[letter] ?? letter)
}
