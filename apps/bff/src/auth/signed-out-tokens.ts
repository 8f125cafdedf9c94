import { keepNewest } from '../keep-newest.ts'

/** The access tokens that are good no longer because their users have signed out, by their SHA-256. */
export interface SignedOutTokens {
  /** `until`: when the token itself ends, ms since 1970 */
  add(hash: string, until: number): Promise<void>
  has(hash: string): Promise<boolean>
}

const size = 5_000

/** Those of this process. `all` are the ones it remembers, with their ends. */
export function signedOutHere(): SignedOutTokens & { all: ReadonlyMap<string, number> } {
  const all = new Map<string, number>()
  return {
    all,
    add(hash, until) {
      // the oldest has most likely ended meanwhile
      keepNewest(all, [hash, until], size)
      return Promise.resolve()
    },
    has: (hash) => Promise.resolve(all.has(hash)),
  }
}
