/**
 * The choice stored in this browser under `key`, or undefined if there is none, it is not one of `allowed`, or storage
 * is blocked.
 */
export function storedChoice<T extends string>(key: string, allowed: readonly T[]): T | undefined {
  try {
    const stored = window.localStorage.getItem(key)
    return allowed.find((choice) => choice === stored)
  } catch {
    return undefined
  }
}

/** Remembers a choice in this browser. Where storage is blocked the choice lasts as long as the page. */
export function storeChoice(key: string, choice: string): void {
  try {
    window.localStorage.setItem(key, choice)
  } catch {
    // Blocked or full: nothing that the user has lost.
  }
}
