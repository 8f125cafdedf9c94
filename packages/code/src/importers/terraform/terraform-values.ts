import { listOf, objectOf, type JsonObject } from '../json-value.ts'
import { openReference } from '../open-value.ts'

/**
 * Reads HCL as JSON: blocks are lists, an expression stays as `${…}`. undefined if the text is not HCL. The parser is a
 * parameter, because this package is pure.
 */
export type ParseHcl = (text: string) => unknown

const deepest = 20
// The parser turns `$${` into `${`, which then looks like an expression; an otherwise unused character replaces it.
const escapedDollar = '\u{e000}'
const longestText = 10_000
// For each unterminated comment or text, the parser reads to the end of the text.
const mostUnclosed = 100

/** The configuration in `text`, for `terraformReader`; undefined if it is not HCL. */
export function parsedTerraform(text: string, parseHcl: ParseHcl): JsonObject | undefined {
  const behindComments = text.slice(text.lastIndexOf('*/') + 1)
  if (behindComments.split('/*').length > mostUnclosed || text.split('<<').length > mostUnclosed) return undefined
  return objectOf(parseHcl(text.replaceAll('$${', `${escapedDollar}{`)))
}

/**
 * Resolves `${var.name}` by the variable's default, `${local.name}`, and `${jsonencode({…})}` in the values of a parsed
 * configuration; other references are left open by name.
 */
export function terraformReader(configuration: JsonObject, parseHcl: ParseHcl): (value: unknown) => unknown {
  const named = namedValues(configuration)
  let budget = 200_000
  // Many values can name a local of an object.
  const literals = new Map<string, unknown>()
  const parsedLiteral = (literal: string): unknown => {
    if (!literals.has(literal)) literals.set(literal, objectOf(parseHcl(`value = ${literal}`))?.['value'])
    return literals.get(literal)
  }
  const read = (value: unknown, depth: number): unknown => {
    if (budget-- <= 0) return undefined
    if (Array.isArray(value)) return value.map((entry) => read(entry, depth))
    const object = objectOf(value)
    if (object !== undefined)
      return Object.fromEntries(Object.entries(object).map(([name, entry]) => [name, read(entry, depth)]))
    const result = typeof value === 'string' && value.includes('${') ? readTemplate(value, depth) : value
    return typeof result === 'string' ? result.replaceAll(escapedDollar, '$') : result
  }
  const readTemplate = (text: string, depth: number): unknown => {
    const parts = templateParts(text)
    if (parts.length === 1 && parts[0]?.expression === true) return readExpression(parts[0].text, depth)
    const joined = parts
      .map((part) => (part.expression ? String(readExpression(part.text, depth)) : part.text))
      .join('')
    return joined.length > longestText ? openReference(text) : joined
  }
  const readExpression = (expression: string, depth: number): unknown => {
    const value = named.get(expression)
    if (depth > deepest) return openReference(expression)
    if (value !== undefined) return read(value, depth + 1)
    const literal = /^jsonencode\(([^]*)\)$/.exec(expression.trim())?.[1]
    const parsed = literal === undefined ? undefined : parsedLiteral(literal)
    return parsed === undefined ? openReference(expression) : read(parsed, depth + 1)
  }
  return (value) => read(value, 0)
}

/** `var.name` and `local.name`, if they are given. */
function namedValues(configuration: JsonObject): ReadonlyMap<string, unknown> {
  const variables = Object.entries(objectOf(configuration['variable']) ?? {}).map(
    ([name, blocks]): [string, unknown] => [`var.${name}`, objectOf(listOf(blocks)[0])?.['default']],
  )
  const locals = listOf(configuration['locals']).flatMap((block) =>
    Object.entries(objectOf(block) ?? {}).map(([name, value]): [string, unknown] => [`local.${name}`, value]),
  )
  return new Map([...variables, ...locals])
}

/** Splits `a${b}c` at its expressions, which can contain braces themselves. */
function templateParts(text: string): { text: string; expression: boolean }[] {
  const parts: { text: string; expression: boolean }[] = []
  let start = 0
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', start)) {
    if (open > start) parts.push({ text: text.slice(start, open), expression: false })
    const end = closingBrace(text, open + 2)
    parts.push({ text: text.slice(open + 2, end), expression: true })
    start = end + 1
  }
  if (start < text.length) parts.push({ text: text.slice(start), expression: false })
  return parts
}

function closingBrace(text: string, from: number): number {
  let depth = 1
  for (let index = from; index < text.length; index++) {
    if (text[index] === '{') depth++
    else if (text[index] === '}' && --depth === 0) return index
  }
  return text.length
}
