import { listUnderWay } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'

const idleMs = 15_000
const unwatchedMs = 60_000

/** An account's operations in progress: every write to Azure makes them stale. */
export function underWayKey({ account }: QueryAccount): [string, string] {
  return [account.key, 'under-way']
}

/**
 * Azure's operations in progress: refreshed at short intervals while there are any, otherwise every 15 s, and once a
 * minute if the window has no focus or the last request failed; not at all while the page is hidden.
 */
export function underWayQuery(user: QueryUser) {
  return queryOptions({
    queryKey: underWayKey(user),
    queryFn: ({ signal }) => call(listUnderWay, {}, { signal }),
    staleTime: user.configuration.replicationPollMs,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state: { data, status } }) => {
      if (status === 'error') return unwatchedMs
      if (data !== undefined && data.items.length > 0) return user.configuration.replicationPollMs
      return document.hasFocus() ? idleMs : unwatchedMs
    },
  })
}
