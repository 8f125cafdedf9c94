import { userKey, type Caller } from '../../auth/caller.ts'
import { keepNewest } from '../../process/bounded-cache.ts'

const maxAgeMs = 60_000
const size = 2_000

/** What was read from Azure at most a minute ago, cached per user. It can be lost at any time. */
export interface RecentReadings<T> {
  /**
   * The cached value, otherwise the result of `task`, which is cached for everyone who reads later; concurrent callers
   * wait for the same one. A failure is not cached.
   */
  read(caller: Caller, wanted: Wanted, task: () => Promise<T>): Promise<T>
  forget(caller: Caller): void
}

interface Wanted {
  id: string
  /** in ms: only a reading that began then or later will do; without it, one that is a minute old at most */
  notBefore?: number | undefined
}

/** `now` is in ms. */
export function recentReadings<T>(now: () => number): RecentReadings<T> {
  const kept = new Map<string, { user: string; readAt: number; value: Promise<T> }>()
  return {
    read(caller, { id, notBefore = -Infinity }, task) {
      const user = userKey(caller)
      const key = `${user}:${id.toLowerCase()}`
      const known = kept.get(key)
      const isRecent = known !== undefined && now() - known.readAt < maxAgeMs
      if (isRecent && known.readAt >= notBefore) return known.value
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
