import type { Caller } from './caller.ts';
import type { ArmToken } from './entra-exchange.ts';
/** The callers' tokens for ARM, shared by the processes of the portal. Its content can be lost at any time. */
export interface TokenCache {
    /**
     * The token that another process has got for this assertion, or the result of `exchange`, which is then shared.
     * During an exchange by one process, others wait for it. Throws what the exchange throws, and the `ClaimsChallenge`
     * that another process has just received.
     */
    obtain(caller: Caller, exchange: () => Promise<ArmToken>): Promise<ArmToken>;
    /** Replaces the entry of this assertion with `token`. */
    replace(caller: Caller, token: ArmToken): Promise<void>;
    /** Removes all entries of the caller's user. */
    drop(caller: Caller): Promise<void>;
}
/** For a single process: on-behalf-of.ts keeps all tokens in memory. */
export declare const noTokenCache: TokenCache;
