import { MemoryStore, type Options, type Store } from 'express-rate-limit'
import { signedOutHere, type SignedOutTokens } from '../auth/signed-out-tokens.ts'
import { noTokenCache, type TokenCache } from '../auth/token-cache.ts'

/** What the processes of one portal share, if there are several. All of it can be lost. */
export interface SharedState {
  /** counts, for the limit with that name, the requests in a time window: ms */
  counts(name: string, windowMs: number): Store
  tokens: TokenCache
  signedOut: SignedOutTokens
  close(): Promise<void>
}

/** For a single process. */
export function stateOfThisProcess(): SharedState {
  return {
    counts: (_name, windowMs) => countsHere(windowMs),
    tokens: noTokenCache,
    signedOut: signedOutHere(),
    close: () => Promise.resolve(),
  }
}

/** Counts in the memory of this process. */
export function countsHere(windowMs: number): MemoryStore {
  const counts = new MemoryStore()
  counts.init(windowOf(windowMs))
  return counts
}

/** The one option of express-rate-limit that its stores look at. */
export function windowOf(windowMs: number): Options {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the comment above says
  return { windowMs } as Options
}
