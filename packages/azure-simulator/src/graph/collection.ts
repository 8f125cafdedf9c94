import { isJsonObject } from '../json.ts'
import { badRequest, GraphRefusal } from './errors.ts'
import type { GraphReply, GraphRequest } from './request.ts'

const known = new Set(['$filter', '$select', '$top', '$count', '$skiptoken'])
const most = 999

/**
 * 200 with the objects of the query, page by page. `entity` is their set, `type` their type in Graph's model.
 * https://learn.microsoft.com/graph/query-parameters
 */
export function collectionReply(
  request: GraphRequest,
  { entity, type }: { entity: string; type: string },
  objects: object[],
): GraphReply {
  const { origin, path, query } = request
  assertKnown(query)
  const filter = query['$filter']
  const found = filter === undefined ? objects : objects.filter(filterTest(filter, `microsoft.graph.${type}`))
  const size = numberOf(query, '$top', 100)
  if (size < 1 || size > most)
    throw badRequest(`Invalid page size specified: '${size}'. Must be between 1 and ${most} inclusive.`)
  const start = numberOf(query, '$skiptoken', 0)
  const next = start + size
  const nextQuery = new URLSearchParams({ ...query, $skiptoken: String(next) })
  return {
    status: 200,
    body: {
      '@odata.context': `${origin}/v1.0/$metadata#${entity}`,
      ...(query['$count'] === 'true' && { '@odata.count': found.length }),
      ...(next < found.length && { '@odata.nextLink': `${origin}${path}?${nextQuery.toString()}` }),
      value: found.slice(start, next).map((object) => selected(query, object)),
    },
  }
}

/** The properties that `$select` names, or all. */
export function selected(query: Record<string, string>, object: object): object {
  const names = query['$select']?.split(',').map((name) => name.trim().toLowerCase())
  if (names === undefined) return object
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => name.startsWith('@') || names.includes(name.toLowerCase())),
  )
}

function assertKnown(query: Record<string, string>): void {
  const unknown = Object.keys(query).find((name) => name.startsWith('$') && !known.has(name))
  if (unknown !== undefined) throw badRequest(`The query parameter '${unknown}' is not served by the simulator.`)
}

function numberOf(query: Record<string, string>, name: string, otherwise: number): number {
  const text = query[name]
  if (text === undefined) return otherwise
  const value = Number(text)
  if (!Number.isInteger(value)) throw badRequest(`Invalid value '${text}' for ${name} query option found.`)
  return value
}

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
function filterTest(filter: string, type: string): Test {
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
