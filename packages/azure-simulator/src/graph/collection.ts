import { badRequest } from './errors.ts'
import { filterTest } from './filter.ts'
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
