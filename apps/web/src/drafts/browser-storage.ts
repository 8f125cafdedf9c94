export interface KeyValueStorage {
  get(key: string): string | undefined
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
  /** Whether all that was set will survive a reload. */
  isLasting(): boolean
  /** Calls back whenever `isLasting` might have changed; returns a function that stops it. */
  subscribe(listener: () => void): () => void
}

/** Storage in `area` of the browser; if that is blocked or full, in the memory of this page. Never throws. */
function storageOrMemory(area: () => Storage): KeyValueStorage {
  const memory = new Map<string, string>()
  const listeners = new Set<() => void>()

  function orElse<T>(ask: (storage: Storage) => T, otherwise: () => T): T {
    try {
      return ask(area())
    } catch {
      return otherwise()
    }
  }
  const tell = () => listeners.forEach((listener) => listener())

  return {
    get: (key) =>
      memory.get(key) ??
      orElse(
        (storage) => storage.getItem(key) ?? undefined,
        () => undefined,
      ),
    set(key, value) {
      orElse(
        (storage) => {
          storage.setItem(key, value)
          memory.delete(key)
        },
        () => void memory.set(key, value),
      )
      tell()
    },
    remove(key) {
      memory.delete(key)
      orElse(
        (storage) => storage.removeItem(key),
        () => undefined,
      )
      tell()
    },
    keys: () => [
      ...new Set([
        ...memory.keys(),
        ...orElse(
          (storage) => Object.keys(storage),
          () => [],
        ),
      ]),
    ],
    isLasting: () => memory.size === 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What all tabs of this browser share, until it is removed: drafts, which contain names and IDs, no token or key. */
export const browserStorage = storageOrMemory(() => window.localStorage)

/** Storage of one tab: it survives a reload and a redirect to the sign-in page, and ends with the tab. */
export const tabStorage = storageOrMemory(() => window.sessionStorage)
