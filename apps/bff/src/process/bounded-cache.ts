/**
 * Adds `value` as the newest entry of a cache of at most `size` entries; the oldest one is removed if there is one too
 * many. A Map keeps the order of insertion, so if used entries are inserted again, that is the least recently used one.
 */
export function keepNewest<T>(cache: Map<string, T>, [key, value]: [string, T], size: number): void {
  cache.delete(key)
  cache.set(key, value)
  for (const oldest of cache.keys()) {
    if (cache.size <= size) break
    cache.delete(oldest)
  }
}
