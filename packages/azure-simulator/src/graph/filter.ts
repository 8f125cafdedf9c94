import { isJsonObject } from '../json.ts'
import { GraphRefusal } from './errors.ts'

/** Whether an object, as Graph shows it, is one that the filter means. */
type Test = (object: object) => boolean

const literal = String.raw`(?:'((?:[^']|'')*)'|(true|false|null)|([\w-]+))`
const forms: [pattern: RegExp, test: (property: unknown, value: string | null) => boolean][] = [
  [new RegExp(String.raw`^(\w+) eq ${literal}$`), isEqual],
  [
    new RegExp(String.raw`^startswith\((\w+), ?${literal}\)$`, 'i'),
    (property, value) => typeof property === 'string' && folded(property).startsWith(folded(value ?? '')),
  ],
  [
    new RegExp(String.raw`^(\w+)/any\((?:\w+): ?\w+ eq ${literal}\)$`),
    (property, value) => Array.isArray(property) && property.some((item) => isEqual(item, value)),
  ],
]

/**
 * What `$filter` means: `eq`, `startswith` and `any` with `eq`, joined by `and`; letters of either case are the same.
 * Throws 400 Request_UnsupportedQuery for more. `type` as in `microsoft.graph.application`.
 * https://learn.microsoft.com/graph/filter-query-parameter
 */
export function filterTest(filter: string, type: string): Test {
  const tests = clausesOf(filter).map((clause) => clauseTest(clause, type))
  return (object) => tests.every((test) => test(object))
}

function clauseTest(clause: string, type: string): Test {
  for (const [pattern, test] of forms) {
    const match = pattern.exec(clause)
    if (match === null) continue
    const [, property = '', quoted, word, bare] = match
    const value = word === 'null' ? null : (quoted?.replaceAll("''", "'") ?? word ?? bare ?? '')
    return (object) => {
      if (!isJsonObject(object) || !Object.hasOwn(object, property))
        throw new GraphRefusal(
          [400, 'BadRequest'],
          `Invalid filter clause: Could not find a property named '${property}' on type '${type}'.`,
        )
      return test(object[property], value)
    }
  }
  throw new GraphRefusal([400, 'Request_UnsupportedQuery'], `Unsupported or invalid query filter clause '${clause}'.`)
}

// `and` within quotes joins nothing.
function clausesOf(filter: string): string[] {
  const parts = filter.match(/(?:'(?:[^']|'')*'|(?! and )[\s\S])+/g) ?? []
  return parts.map((part) => part.replace(/^ ?and /, '').trim())
}

function isEqual(property: unknown, value: string | null): boolean {
  if (property === null || value === null) return property === value
  const isComparable = typeof property === 'string' || typeof property === 'boolean' || typeof property === 'number'
  return isComparable && folded(String(property)) === folded(value)
}

function folded(text: string): string {
  return text.toLowerCase()
}
