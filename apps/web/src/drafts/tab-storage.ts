const memory = new Map<string, string>()

/**
 * Storage of this tab that survives a reload and a trip to the sign-in page; where the browser blocks or has filled
 * it, memory of this page.
 */
export const tabStorage = {
  get(key: string): string | undefined {
    try {
      return memory.get(key) ?? window.sessionStorage.getItem(key) ?? undefined
    } catch {
      return memory.get(key)
    }
  },

  /** Whether the value will survive a reload. */
  set(key: string, value: string): boolean {
    try {
      window.sessionStorage.setItem(key, value)
      memory.delete(key)
      return true
    } catch {
      memory.set(key, value)
      return false
    }
  },

  remove(key: string): void {
    memory.delete(key)
    try {
      window.sessionStorage.removeItem(key)
    } catch {
      // Blocked: there is nothing to remove.
    }
  },

  keys(): string[] {
    try {
      return [...new Set([...memory.keys(), ...Object.keys(window.sessionStorage)])]
    } catch {
      return [...memory.keys()]
    }
  },
}
