import { TemplateError } from './template-error.ts'
import { tokensOf } from './tokens.ts'
import type { Token, TokenKind } from './tokens.ts'

/** A template expression, read. */
export type Expression =
  | { kind: 'literal'; value: string | number }
  | { kind: 'call'; name: string; parameters: Expression[] }
  /** `.name` and `[index]` alike */
  | { kind: 'property'; of: Expression; key: Expression }

/** Reads what stands between the square brackets of a template's text. Throws a TemplateError in ARM's words. */
export function parse(text: string): Expression {
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

  const expression = (): Expression => {
    let read = simple()
    for (;;) {
      const { kind } = next()
      if (kind === 'Dot') {
        take('Dot')
        read = { kind: 'property', of: read, key: { kind: 'literal', value: take('Identifier').text } }
      } else if (kind === 'LeftSquareBracket') {
        take('LeftSquareBracket')
        read = { kind: 'property', of: read, key: expression() }
        take('RightSquareBracket')
      } else return read
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

/** The calls in an expression, from the outside in. */
export function callsIn(expression: Expression): Extract<Expression, { kind: 'call' }>[] {
  switch (expression.kind) {
    case 'literal':
      return []
    case 'call':
      return [expression, ...expression.parameters.flatMap(callsIn)]
    case 'property':
      return [...callsIn(expression.of), ...callsIn(expression.key)]
  }
}
