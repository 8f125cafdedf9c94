import { treeSize } from '../../budget/tree-size.ts'
import { withinBudget } from '../../budget/work-budget.ts'
import { isJsonObject, type Json, type JsonObject } from '../../json.ts'
import { seenSubscriptions } from '../authorization/access.ts'
import { bodyReader, type BodyReader } from '../body-reader.ts'
import { ArmRefusal, invalidRequestContent } from '../errors.ts'
import type { ArmOperation, ArmReply, ArmRequest } from '../request.ts'
import { payloadTooLarge, tooMuchWork } from './invalid-query.ts'
import { parseQuery } from './parse-query.ts'
import { queryLimits } from './query-text-limits.ts'
import { tablesFor } from './tables.ts'
import type { Row } from './values.ts'

/**
 * Queries over everything that the caller can read:
 * https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export const resourceGraph: ArmOperation[] = [
  { method: 'POST', path: '/providers/Microsoft.ResourceGraph/resources', readsOnly: true, handle: answerQuery },
]

// A query can read everything, several times: the portal's own list of versions, by encryption and storage, needs
// between 200 and 400 steps per resource.
const leastSteps = 2_000_000
const stepsOfResource = 600

function answerQuery(request: ArmRequest): ArmReply {
  const sent = bodyReader(request.body)
  const text = sent.text('query')
  if (text === undefined || text.trim() === '')
    throw invalidRequestContent("Required property 'query' not found in JSON")
  const budget = { steps: leastSteps + stepsOfResource * request.tenant.store.count(), exceeded: tooMuchWork }
  const { columns, rows } = withinBudget(budget, () =>
    parseQuery(text, request.clock.now())(tablesFor(request, subscriptionsOf(request))),
  )
  const { skip, top, isTable } = optionsOf(sent.object('options'), request)
  const shown = rows.slice(skip, skip + top)
  assertPayload(shown)
  const end = skip + shown.length
  const isCut = end < rows.length
  // Only rows with an ID can be continued.
  const canGoOn = isCut && shown.every(({ id }) => typeof id === 'string')
  return {
    status: 200,
    body: {
      totalRecords: rows.length,
      count: shown.length,
      data: isTable ? tableOf(columns, shown) : shown,
      facets: [],
      resultTruncated: isCut && !canGoOn ? 'true' : 'false',
      ...(canGoOn && { $skipToken: btoa(JSON.stringify({ skip: end, top })) }),
    },
  }
}

function assertPayload(rows: Row[]): void {
  let size = 0
  for (const row of rows) for (const cell of Object.values(row)) size += treeSize(cell).characters
  if (size > queryLimits.payload) throw payloadTooLarge(size, queryLimits.payload)
}

/** The requested subscriptions that the caller can see; by default all of these. Throws 403 if none is left. */
function subscriptionsOf({ tenant, caller, body }: ArmRequest): string[] {
  const { subscriptions } = body
  const visible = seenSubscriptions(tenant, caller).map(({ subscriptionId }) => subscriptionId)
  if (!Array.isArray(subscriptions) || subscriptions.length === 0) return visible
  const asked = new Set(subscriptions.map((id) => (typeof id === 'string' ? id.toLowerCase() : id)))
  const left = visible.filter((subscriptionId) => asked.has(subscriptionId))
  if (left.length > 0) return left
  const message = 'Access is denied to the requested resource. The user might not have enough permission.'
  throw new ArmRefusal(403, { code: 'AccessDenied', message })
}

interface QueryOptions {
  skip: number
  top: number
  isTable: boolean
}

function optionsOf(options: BodyReader | undefined, { apiVersion }: ArmRequest): QueryOptions {
  const token = options?.text('$skipToken')
  const going = token === undefined ? {} : pageOf(token)
  const top = options?.integer('$top') ?? going.top ?? 1000
  const skip = options?.integer('$skip') ?? going.skip ?? 0
  if (top < 1 || top > 1000 || skip < 0)
    throw new ArmRefusal(400, { code: 'BadRequest', message: '$top is from 1 to 1000, and $skip is not negative.' })
  // Before 2021 a table was the rule.
  const format = options?.text('resultFormat') ?? (apiVersion < '2021' ? 'table' : 'objectArray')
  return { skip, top, isTable: format === 'table' }
}

function pageOf(token: string): { skip?: number; top?: number } {
  try {
    const page: unknown = JSON.parse(atob(token))
    if (isJsonObject(page) && typeof page['skip'] === 'number' && typeof page['top'] === 'number')
      return { skip: page['skip'], top: page['top'] }
  } catch {
    // Not one of ours: rejected like any other.
  }
  throw new ArmRefusal(400, { code: 'BadRequest', message: 'The $skipToken is invalid.' })
}

function tableOf(names: string[], rows: Row[]): JsonObject {
  const typeOf = (name: string) =>
    kindOf(rows.map((row) => row[name]).find((value) => value !== null && value !== undefined))
  return {
    columns: names.map((name) => ({ name, type: typeOf(name) })),
    rows: rows.map((row) => names.map((name) => row[name] ?? null)),
  }
}

function kindOf(value: Json | undefined): string {
  if (typeof value === 'number') return 'integer'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' ? 'string' : 'object'
}
