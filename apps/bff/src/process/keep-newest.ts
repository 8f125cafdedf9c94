/**
 * Puts `value` in as the newest entry of a cache that holds `size` at most: for one too many, the oldest goes. A Map
 * keeps the order of insertion, so where what is used is put in again, that is the one used least recently.
 */
export function keepNewest<T>(cache: Map<string, T>, [key, value]: [string, T], size: number): void {
  cache.delete(key)
  cache.set(key, value)
  for (const oldest of cache.keys()) {
    if (cache.size <= size) break
    cache.delete(oldest)
  }
}
