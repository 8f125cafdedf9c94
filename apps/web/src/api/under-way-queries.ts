import { listUnderWay } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'

const idleMs = 15_000
const unwatchedMs = 60_000

/** What an account was told of what is under way: whatever is sent to Azure makes it stale. */
export function underWayKey({ account }: QueryAccount): [string, string] {
  return [account.key, 'under-way']
}

/**
 * What Azure is at work on: asked again while there is something, else every 15 s, and once a minute where
 * nobody looks or the last answer was none; not at all while the page is hidden.
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
