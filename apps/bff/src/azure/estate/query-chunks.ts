import { parseResourceId } from '@portal/arm'
import { kqlText } from '../arm/resource-graph.ts'

// Characters of a query are limited; an ID has 100 to 200.
const largestChunk = 100

/** The answers about some of `all` at a time, one after the other in one list; no query for nothing. */
export async function inChunks<Item, Answer>(
  all: readonly Item[],
  ask: (chunk: Item[]) => Promise<Answer[]>,
  size = largestChunk,
): Promise<Answer[]> {
  const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
  return (await Promise.all(chunks.map(ask))).flat()
}

/** The texts as a list of the query language, in lower case. */
export function kqlList(texts: readonly string[]): string {
  return `(${texts.map((text) => kqlText(text.toLowerCase())).join(', ')})`
}

/** The subscriptions of resources: what a set encrypts is in its own. */
export function subscriptionsOf(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => parseResourceId(id).subscriptionId.toLowerCase()))]
}
