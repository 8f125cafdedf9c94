import { readsLeftHeader } from '@portal/portal-api'
import type { QueryState } from '@tanstack/react-query'

const longestMs = 60_000
const timesSlower = 4
const fewFor = 60_000

let fewUntil = 0

/** Notices that Azure leaves the user few reads: for a minute, polls come less often. */
export function noticeReadsLeft({ headers }: Response): void {
  if (headers.has(readsLeftHeader)) fewUntil = Date.now() + fewFor
}

/**
 * Milliseconds until Azure is to be asked again, by what became of the last time: `pollMs`, or four times that while
 * few reads are left; after failures twice as long each time, up to a minute.
 */
export function pollInterval(
  {
    error,
    dataUpdatedAt,
    errorUpdatedAt,
  }: Pick<QueryState<unknown, unknown>, 'error' | 'dataUpdatedAt' | 'errorUpdatedAt'>,
  pollMs: number,
): number {
  const asked = Date.now() < fewUntil ? pollMs * timesSlower : pollMs
  return error === null ? asked : Math.min(Math.max(asked, errorUpdatedAt - dataUpdatedAt), longestMs)
}
