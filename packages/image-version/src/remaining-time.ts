/** How far a replication was when Azure was asked. */
export interface ProgressSeen {
  /** Azure's time of the answer, ISO 8601 */
  asOf: string
  /** 0 to 100 */
  progress: number
}

/**
 * An estimate of what a replication still takes, in milliseconds, from the pace between the answers `seen`, oldest
 * first. Undefined while there is no pace: before the second answer, where nothing has moved, or once it is done. What
 * was seen before the progress fell belongs to an earlier replication.
 */
export function remainingTime(seen: readonly ProgressSeen[]): number | undefined {
  const fall = seen.findLastIndex(({ progress }, index) => progress < (seen[index - 1]?.progress ?? 0))
  const first = seen[Math.max(fall, 0)]
  const last = seen.at(-1)
  if (first === undefined || last === undefined || last.progress >= 100) return undefined
  const gained = last.progress - first.progress
  const elapsed = Date.parse(last.asOf) - Date.parse(first.asOf)
  return gained > 0 && elapsed > 0 ? (elapsed / gained) * (100 - last.progress) : undefined
}
