import { TemplateError } from './template-error.ts'

/** ARM's own names, as in its messages. */
export type TokenKind =
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

export interface Token {
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
export function tokensOf(expression: string): Token[] {
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
