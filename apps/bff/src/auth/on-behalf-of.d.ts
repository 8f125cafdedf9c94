import { type Caller } from './caller.ts';
import { type Exchange } from './entra-exchange.ts';
import { type TokenCache } from './token-cache.ts';
/**
 * The callers' tokens for ARM: exchanged once, kept in memory, never shared between users, never shown to a browser.
 */
export interface OnBehalfOf {
    /**
     * The caller's token for ARM. With `claims` (JSON), a new one is requested and replaces the cached one. Throws what
     * the exchange throws, for half a minute without a new request; `SignInServiceUnavailable` while Entra ID throttles
     * this user; `RequestRefused` if the user has exceeded the exchanges per minute.
     */
    tokenFor(caller: Caller, claims?: string): Promise<string>;
    /**
     * Exchanges the caller's token now, regardless of the cache, and counts it like any exchange. The result replaces the
     * cached token; a failure leaves that unchanged, and is thrown.
     */
    renew(caller: Caller): Promise<void>;
    /** Removes the cached tokens of the user of `caller`, in all of their browsers. */
    forgetUser(caller: Caller): Promise<void>;
}
/**
 * Counts an exchange of the user; resolves to the time of the next allowed one (ms since 1970), or undefined: this one
 * is allowed.
 */
export type RoomForExchange = (caller: Caller) => Promise<number | undefined>;
interface Dependencies {
    exchange: Exchange;
    scope: string;
    cache?: TokenCache;
    roomForExchange?: RoomForExchange;
    now?: () => number;
}
/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
export declare function onBehalfOf({ exchange, scope, cache, roomForExchange, now, }: Dependencies): OnBehalfOf;
export {};
