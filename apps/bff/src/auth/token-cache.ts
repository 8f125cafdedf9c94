import type { Caller } from './caller.ts'
import type { ArmToken } from './entra-exchange.ts'

/**
 * The callers' tokens for ARM as the processes of the portal know them in common. What is in it may be lost at any
 * time.
 */
export interface TokenCache {
  /**
   * The token that another process has got for this very assertion, or what `exchange` brings, which is then there for
   * the others. Who comes while one process is at it waits for that one. Throws what the exchange throws, and the
   * `ClaimsChallenge` that another process was answered just now.
   */
  obtain(caller: Caller, exchange: () => Promise<ArmToken>): Promise<ArmToken>
  /** Puts `token` in the place of what is there for this assertion. */
  replace(caller: Caller, token: ArmToken): Promise<void>
  /** Drops all that is there for the caller's user. */
  drop(caller: Caller): Promise<void>
}

/** Of a process that stands alone: on-behalf-of.ts remembers all there is. */
export const noTokenCache: TokenCache = {
  obtain: (_caller, exchange) => exchange(),
  replace: () => Promise.resolve(),
  drop: () => Promise.resolve(),
}
