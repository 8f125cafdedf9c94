import { InvalidQuery } from './invalid-query.ts'
import type { Token } from './tokens.ts'

/** Goes through the tokens of a query, one after the other. */
export interface TokenReader {
  /** the nesting depth of the current part */
  depth: number
  /** the time of `now()`, in milliseconds */
  now: number
  peek(): Token
  next(): Token
  /** advances if the next token is that word or symbol, and returns whether it was */
  skip(text: string): boolean
  /** advances; throws 400 unless the next token is that word or symbol */
  expect(text: string): void
  /** the next name; throws 400 if something else follows */
  name(): string
  /** one or more things, commas between them */
  list<T>(one: () => T): T[]
}

export function tokenReader(tokens: Token[], now: number): TokenReader {
  let position = 0
  const peek = (): Token => tokens[position] ?? { kind: 'end', text: '', at: 0 }
  const next = () => {
    const token = peek()
    position += 1
    return token
  }
  const unexpected = (wanted: string) => {
    const { text, at } = peek()
    return new InvalidQuery(`Expected ${wanted} and found '${text}' at position ${at}.`, 'ParserFailure')
  }
  const skip = (text: string) => {
    const isNext = peek().kind !== 'text' && peek().text === text
    if (isNext) position += 1
    return isNext
  }
  return {
    depth: 0,
    now,
    peek,
    next,
    skip,
    expect(text) {
      if (!skip(text)) throw unexpected(`'${text}'`)
    },
    name() {
      if (peek().kind !== 'name') throw unexpected('a name')
      return next().text
    },
    list(one) {
      const items = [one()]
      while (skip(',')) items.push(one())
      return items
    },
  }
}
