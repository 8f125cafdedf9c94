import type { Freshness } from '@portal/portal-api'
import type { QueryFunctionContext } from '@tanstack/react-query'

/**
 * How old the facts for a query can be: what an act of the user has made stale, such as a repair, Refresh or Check
 * again, is read past the server's cache. What is only read once more, by polling or by opening a page, is not.
 */
export function freshnessOf({ client, queryKey }: Pick<QueryFunctionContext, 'client' | 'queryKey'>): Freshness {
  return client.getQueryState(queryKey)?.isInvalidated === true ? 'fresh' : 'recent'
}

interface Waiting<Asked, Reading> {
  asked: Asked
  freshness: () => Freshness
  resolve: (reading: Reading) => void
  reject: (error: unknown) => void
}

/**
 * A function that reads one thing. Things that are needed at the same moment share a request with up to `atOnce` of
 * them, for which `read` returns a reading each, in their order. Whether they must be fresh is asked when it is sent.
 */
export function combinedReads<Asked, Reading>(
  atOnce: number,
  read: (asked: Asked[], freshness: Freshness) => Promise<Reading[]>,
): (asked: Asked, freshness: () => Freshness) => Promise<Reading> {
  let waiting: Waiting<Asked, Reading>[] = []

  function sendAll(): void {
    const all = waiting
    waiting = []
    for (const [freshness, some] of Map.groupBy(all, (one) => one.freshness()))
      for (let start = 0; start < some.length; start += atOnce) void send(some.slice(start, start + atOnce), freshness)
  }

  async function send(some: Waiting<Asked, Reading>[], freshness: Freshness): Promise<void> {
    try {
      const readings = await read(
        some.map(({ asked }) => asked),
        freshness,
      )
      readings.forEach((reading, index) => some[index]?.resolve(reading))
    } catch (error) {
      for (const { reject } of some) reject(error)
    }
  }

  return (asked, freshness) => {
    const { promise, resolve, reject } = Promise.withResolvers<Reading>()
    if (waiting.length === 0) setTimeout(sendAll)
    waiting.push({ asked, freshness, resolve, reject })
    return promise
  }
}
