import type { PresenterScript } from '@portal/portal-api'

/** A stopwatch: ms that had passed when it last started or stopped; `since`: when it started, ms since 1970. */
export interface Stopwatch {
  passed: number
  since: number | null
}

export const stopped: Stopwatch = { passed: 0, since: null }

/** How long it has run at `now`, in ms. */
export function elapsed({ passed, since }: Stopwatch, now: number): number {
  return passed + (since === null ? 0 : Math.max(0, now - since))
}

/** The stopwatch, started or stopped at `now`. */
export function turned(watch: Stopwatch, isRunning: boolean, now: number): Stopwatch {
  return { passed: elapsed(watch, now), since: isRunning ? now : null }
}

/** ms → 12:05, or 1:02:05 from an hour on */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const padded = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const end = `${hours > 0 ? padded(minutes) : minutes}:${padded(seconds % 60)}`
  return hours > 0 ? `${hours}:${end}` : end
}

/** When a step is planned to begin and to end, in ms from the beginning of the script. */
export function plannedTimes({ steps }: PresenterScript, step: number): { from: number; to: number } {
  const minutesOf = (count: number) => steps.slice(0, count).reduce((sum, { minutes }) => sum + minutes, 0)
  return { from: minutesOf(step) * 60_000, to: minutesOf(step + 1) * 60_000 }
}
