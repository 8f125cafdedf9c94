import { bicepQuoted } from '../../quoting/bicep.ts'

/** The text in the brackets of a template expression; undefined for a text that is not an expression. */
export function templateExpression(text: string): string | undefined {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']') ? text.slice(1, -1) : undefined
}

const templateString = /'(?:[^']|'')*'/g

/**
 * An expression of a template in Bicep, which has the same functions and writes strings and parameters in another way.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/compare-template-syntax
 */
export function bicepExpression(expression: string): string {
  return expression
    .replaceAll(/parameters\('(\w+)'\)/g, '$1')
    .replaceAll(templateString, (string) => bicepQuoted(string.slice(1, -1).replaceAll("''", "'")))
}

/** A text of a template in Bicep: an expression, or a string. Throws `RefusedCharacter`. */
export function bicepText(text: string): string {
  const expression = templateExpression(text)
  if (expression !== undefined) return bicepExpression(expression)
  return bicepQuoted(text.startsWith('[[') && text.endsWith(']') ? text.slice(1) : text)
}
