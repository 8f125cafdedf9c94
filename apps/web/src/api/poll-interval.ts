import { readsLeftHeader } from '@portal/portal-api'
import type { QueryState } from '@tanstack/react-query'

/**
 * Between two polls while Azure runs a deployment, ms. What else Azure is doing, a version's replication too, is polled
 * at `replicationPollMs`, which the server sets (apps/bff/src/cloud/replication-poll.ts).
 */
export const deploymentPollMs = 2_000

const longestMs = 60_000
const timesSlower = 4
const fewFor = 60_000

let fewUntil = 0

/** Records that the user has few reads left: for a minute, polls are less frequent. */
export function noticeReadsLeft({ headers }: Response): void {
  if (headers.has(readsLeftHeader)) fewUntil = Date.now() + fewFor
}

/** Whether the user had few reads left within the last minute. */
export function hasFewReadsLeft(): boolean {
  return Date.now() < fewUntil
}

/**
 * Milliseconds until the next poll, from the result of the last: `pollMs`, or four times that while few reads are left;
 * doubled after each failure, up to a minute. The `watch` of each resource in its file of reads decides until when.
 */
export function pollInterval(
  {
    error,
    dataUpdatedAt,
    errorUpdatedAt,
  }: Pick<QueryState<unknown, unknown>, 'error' | 'dataUpdatedAt' | 'errorUpdatedAt'>,
  pollMs: number,
): number {
  const asked = hasFewReadsLeft() ? pollMs * timesSlower : pollMs
  return error === null ? asked : Math.min(Math.max(asked, errorUpdatedAt - dataUpdatedAt), longestMs)
}
