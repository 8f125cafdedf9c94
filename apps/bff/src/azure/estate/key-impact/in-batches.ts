import { parseResourceId } from '@portal/arm'
import { kqlText } from '../../arm/resource-graph.ts'

// Characters of a query are limited; an ID has 100 to 200.
const largestBatch = 100

/** The answers about some of `all` at a time, one after the other in one list; no query for nothing. */
export async function inBatches<Item, Answer>(
  all: readonly Item[],
  ask: (batch: Item[]) => Promise<Answer[]>,
  size = largestBatch,
): Promise<Answer[]> {
  const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
  return (await Promise.all(batches.map(ask))).flat()
}

/** The texts as a list of the query language, in lower case. */
export function kqlList(texts: readonly string[]): string {
  return `(${texts.map((text) => kqlText(text.toLowerCase())).join(', ')})`
}

/** The subscriptions of resources: what a set encrypts is in its own. */
export function subscriptionsOf(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => parseResourceId(id).subscriptionId.toLowerCase()))]
}
