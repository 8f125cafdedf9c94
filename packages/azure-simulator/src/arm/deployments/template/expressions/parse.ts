import { spend } from '../../../../budget/work-budget.ts'
import { TemplateError } from './template-error.ts'

/** A template expression, read. */
export type Expression =
  | { kind: 'literal'; value: string | number }
  | { kind: 'call'; name: string; parameters: Expression[] }
  /** `.name` and `[index]` alike */
  | { kind: 'property'; of: Expression; key: Expression }

// https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits
const longest = 24_576
const deepest = 200

const parsed = new Map<string, Expression>()
const mostCharacters = 2_000_000
let cachedCharacters = 0

/**
 * Parses the text between the square brackets of a template's string: once, because a loop has the same text in each
 * round. Throws a TemplateError in ARM's words.
 */
export function parse(text: string): Expression {
  const known = parsed.get(text)
  if (known !== undefined) return known
  spend(text.length)
  if (text.length > longest)
    throw new TemplateError(
      `The language expression length limit exceeded. Limit: '${longest}' and actual: '${text.length}'. Please see https://aka.ms/arm-template-limits for usage details.`,
    )
  const read = expressionOf(text)
  if (cachedCharacters > mostCharacters) {
    parsed.clear()
    cachedCharacters = 0
  }
  cachedCharacters += text.length
  parsed.set(text, read)
  return read
}

function expressionOf(text: string): Expression {
  const tokens = tokensOf(text)
  let position = 0
  const next = (): Token => tokens[position] ?? { kind: 'EndOfData', text: '' }
  const take = (kind: TokenKind): Token => {
    const token = next()
    if (token.kind !== kind)
      throw new TemplateError(
        `Unable to parse language expression '${text}': expected token '${kind}' and actual '${token.kind}'.`,
      )
    position += 1
    return token
  }

  let depth = 0
  const deeper = (steps: number) => {
    depth += steps
    if (depth > deepest) throw new TemplateError(`The language expression is nested more than '${deepest}' levels deep`)
  }
  const expression = (): Expression => {
    deeper(1)
    const before = depth
    let read = simple()
    for (;;) {
      const { kind } = next()
      // Each access into a value is wrapped around what is before it.
      if (kind === 'Dot' || kind === 'LeftSquareBracket') deeper(1)
      if (kind === 'Dot') {
        take('Dot')
        read = { kind: 'property', of: read, key: { kind: 'literal', value: take('Identifier').text } }
      } else if (kind === 'LeftSquareBracket') {
        take('LeftSquareBracket')
        read = { kind: 'property', of: read, key: expression() }
        take('RightSquareBracket')
      } else {
        depth = before - 1
        return read
      }
    }
  }
  const simple = (): Expression => {
    const { kind } = next()
    if (kind === 'Literal') return { kind: 'literal', value: take('Literal').text }
    if (kind === 'Integer') return { kind: 'literal', value: Number(take('Integer').text) }
    const name = take('Identifier').text
    take('LeftParenthesis')
    const parameters: Expression[] = []
    while (next().kind !== 'RightParenthesis') {
      if (parameters.length > 0) take('Comma')
      parameters.push(expression())
      if (next().kind !== 'Comma') break
    }
    take('RightParenthesis')
    return { kind: 'call', name, parameters }
  }

  const whole = expression()
  take('EndOfData')
  return whole
}

type Call = Extract<Expression, { kind: 'call' }>
const callsOf = new WeakMap<Expression, Call[]>()

/** The calls in an expression, from the outside in. */
export function callsIn(expression: Expression): Call[] {
  const known = callsOf.get(expression)
  if (known !== undefined) return known
  const calls: Call[] = []
  const walk = (part: Expression) => {
    if (part.kind === 'call') calls.push(part)
    const within = part.kind === 'literal' ? [] : part.kind === 'call' ? part.parameters : [part.of, part.key]
    for (const each of within) walk(each)
  }
  walk(expression)
  callsOf.set(expression, calls)
  return calls
}

/** ARM's own names, as in its messages. */
type TokenKind =
  | 'Identifier'
  | 'Literal'
  | 'Integer'
  | 'LeftParenthesis'
  | 'RightParenthesis'
  | 'LeftSquareBracket'
  | 'RightSquareBracket'
  | 'Comma'
  | 'Dot'
  | 'EndOfData'

interface Token {
  kind: TokenKind
  /** of a literal: without its quotes */
  text: string
}

const punctuation: Record<string, TokenKind> = {
  '(': 'LeftParenthesis',
  ')': 'RightParenthesis',
  '[': 'LeftSquareBracket',
  ']': 'RightSquareBracket',
  ',': 'Comma',
  '.': 'Dot',
}

/**
 * The tokens of an expression, `EndOfData` last; `''` in a literal is one quote. Throws a TemplateError at a character
 * with which no token starts. https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
function tokensOf(expression: string): Token[] {
  const tokens: Token[] = []
  const pattern = /\s*(?:(?<word>[a-z_]\w*)|'(?<literal>(?:[^']|'')*)'|(?<integer>-?\d+)|(?<mark>[()[\],.]))/iy
  const end = expression.trimEnd().length
  while (pattern.lastIndex < end) {
    const start = pattern.lastIndex
    const found = pattern.exec(expression)?.groups
    if (found === undefined) throw unexpectedCharacter(expression, start)
    const { word, literal, integer, mark } = found
    if (word !== undefined) tokens.push({ kind: 'Identifier', text: word })
    else if (literal !== undefined) tokens.push({ kind: 'Literal', text: literal.replaceAll("''", "'") })
    else if (integer !== undefined) tokens.push({ kind: 'Integer', text: integer })
    else if (mark !== undefined) tokens.push({ kind: punctuation[mark] ?? 'EndOfData', text: mark })
  }
  return [...tokens, { kind: 'EndOfData', text: '' }]
}

function unexpectedCharacter(expression: string, start: number): TemplateError {
  const position = start + (/^\s*/.exec(expression.slice(start))?.[0].length ?? 0)
  return new TemplateError(
    `The language expression '${expression}' is not valid: the string character '${expression[position]}' at position '${position}' is not expected.`,
  )
}
