import { listUnderWay } from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { call } from './portal-client.ts'

const idleMs = 15_000
const unwatchedMs = 60_000

/** What an account was told of what is under way: whatever is sent to Azure makes it stale. */
export function underWayKey(accountKey: string): [string, string] {
  return [accountKey, 'under-way']
}

/**
 * What Azure is at work on: asked again every `pollMs` while there is something, else every 15 s, and once a minute where
 * nobody looks or the last answer was none; not at all while the page is hidden.
 */
export function underWayQuery(accountKey: string, pollMs: number) {
  return queryOptions({
    queryKey: underWayKey(accountKey),
    queryFn: ({ signal }) => call(listUnderWay, {}, { signal }),
    staleTime: pollMs,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state: { data, status } }) => {
      if (status === 'error') return unwatchedMs
      if (data !== undefined && data.items.length > 0) return pollMs
      return document.hasFocus() ? idleMs : unwatchedMs
    },
  })
}
