import type { SetStanding } from './set-standings.ts'

// The worst first: a machine is as well off as its worst disk.
const fromWorst: readonly SetStanding[] = ['gone', 'leaving', 'expired', 'rekeyedConfidential', 'rekeyed']

/** The standing that decides for a resource with several sets; untouched without any. */
export function worstStanding(setIds: readonly string[], standingOf: (setId: string) => SetStanding): SetStanding {
  const standings = new Set(setIds.map(standingOf))
  return fromWorst.find((standing) => standings.has(standing)) ?? 'untouched'
}
