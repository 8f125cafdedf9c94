import { userKey, type Caller } from '../../auth/caller.ts'
import { keepNewest } from '../../process/keep-newest.ts'

const maxAgeMs = 60_000
const size = 2_000

/** What was read from Azure at most a minute ago, cached per user. It can be lost at any time. */
export interface RecentReadings<T> {
  /**
   * the cached value of `id`, otherwise the result of `task`; concurrent callers wait for the same one. A failure is
   * not cached.
   */
  read(caller: Caller, id: string, task: () => Promise<T>): Promise<T>
  forget(caller: Caller): void
}

/** `now` is in ms. */
export function recentReadings<T>(now: () => number): RecentReadings<T> {
  const kept = new Map<string, { user: string; readAt: number; value: Promise<T> }>()
  return {
    read(caller, id, task) {
      const user = userKey(caller)
      const key = `${user}:${id.toLowerCase()}`
      const known = kept.get(key)
      if (known !== undefined && now() - known.readAt < maxAgeMs) return known.value
      const value = task()
      keepNewest(kept, [key, { user, readAt: now(), value }], size)
      value.catch(() => {
        if (kept.get(key)?.value === value) kept.delete(key)
      })
      return value
    },
    forget(caller) {
      const user = userKey(caller)
      for (const [key, reading] of kept) if (reading.user === user) kept.delete(key)
    },
  }
}
