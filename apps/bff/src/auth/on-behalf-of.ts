import { hash } from 'node:crypto'
import { keepNewest } from '../process/bounded-cache.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import { userKey, type Caller } from './caller.ts'
import { ClaimsChallenge } from './claims-challenge.ts'
import { ExchangeRefused, type ArmToken, type Exchange } from './entra-exchange.ts'
import { SignInServiceUnavailable } from './sign-in-service.ts'
import { noTokenCache, type TokenCache } from './token-cache.ts'

/**
 * The callers' tokens for ARM: exchanged once, kept in memory, never shared between users, never shown to a browser.
 */
export interface OnBehalfOf {
  /**
   * The caller's token for ARM. With `claims` (JSON), a new one is requested and replaces the cached one. Throws what
   * the exchange throws, for half a minute without a new request; `SignInServiceUnavailable` while Entra ID throttles
   * this user; `RequestRefused` if the user has exceeded the exchanges per minute.
   */
  tokenFor(caller: Caller, claims?: string): Promise<string>
  /**
   * Exchanges the caller's token now, regardless of the cache, and counts it like any exchange. The result replaces the
   * cached token; a failure leaves that unchanged, and is thrown.
   */
  renew(caller: Caller): Promise<void>
  /** Removes the cached tokens of the user of `caller`, in all of their browsers. */
  forgetUser(caller: Caller): Promise<void>
}

/**
 * Counts an exchange of the user; resolves to the time of the next allowed one (ms since 1970), or undefined: this one
 * is allowed.
 */
export type RoomForExchange = (caller: Caller) => Promise<number | undefined>

interface Dependencies {
  exchange: Exchange
  scope: string
  cache?: TokenCache
  roomForExchange?: RoomForExchange
  now?: () => number
}

const size = 2_000
const earlyMs = 120_000
const refusedForMs = 30_000

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
export function onBehalfOf({
  exchange,
  scope,
  cache = noTokenCache,
  roomForExchange = () => Promise.resolve(undefined),
  now = Date.now,
}: Dependencies): OnBehalfOf {
  // of a caller as caller.ts keeps them: hashed once, and not for each call to ARM
  const ownKeys = new WeakMap<Caller, string>()
  const kept = new Map<string, ArmToken & { user: string }>()
  const underWay = new Map<string, Promise<string>>()
  const pausedUntil = new Map<string, number>()
  const refused = new Map<string, { error: Error; user: string; until: number }>()

  function ownKeyOf(caller: Caller): string {
    const key = ownKeys.get(caller) ?? keyOf(caller, scope)
    ownKeys.set(caller, key)
    return key
  }

  async function exchanged(caller: Caller, claims: string | undefined): Promise<ArmToken> {
    const user = userKey(caller)
    const paused = pausedUntil.get(user)
    if (paused !== undefined && paused > now()) throw new SignInServiceUnavailable(paused)
    const roomAt = await roomForExchange(caller)
    if (roomAt !== undefined) {
      // If the user asked too often because Entra ID did not answer, the error says that, and when to try again.
      if (paused !== undefined) throw new SignInServiceUnavailable(roomAt)
      throw new RequestRefused('TooManyRequests', 'too many: exchanges', {
        securityEvent: 'rate-limited',
        retryAt: roomAt,
      })
    }
    try {
      const token = await exchange(caller, claims)
      pausedUntil.delete(user)
      return token
    } catch (error) {
      if (error instanceof SignInServiceUnavailable) keepNewest(pausedUntil, [user, error.retryAt ?? now()], size)
      throw error
    }
  }

  async function obtained(caller: Caller, claims: string | undefined, key: string): Promise<string> {
    const user = userKey(caller)
    try {
      const ask = () => exchanged(caller, claims)
      const token = await (claims === undefined ? cache.obtain(caller, ask) : ask())
      // Also after a claims exchange: otherwise every further call would send the old token and be challenged again.
      keepNewest(kept, [keyOf(caller, scope), { ...token, user }], size)
      if (claims !== undefined) await cache.replace(caller, token)
      return token.token
    } catch (error) {
      // Another try with the same assertion would end alike, and each of a page's polls is one.
      if (error instanceof ClaimsChallenge || error instanceof ExchangeRefused)
        keepNewest(refused, [key, { error, user, until: now() + refusedForMs }], size)
      throw error
    }
  }

  return {
    tokenFor(caller, claims) {
      const key = claims === undefined ? ownKeyOf(caller) : keyOf(caller, scope, claims)
      const known = claims === undefined ? kept.get(key) : undefined
      if (known !== undefined && known.expiresAt - earlyMs > now()) {
        keepNewest(kept, [key, known], size)
        return Promise.resolve(known.token)
      }
      const refusal = refused.get(key)
      if (refusal !== undefined && refusal.until > now()) return Promise.reject(refusal.error)
      const running = underWay.get(key)
      if (running !== undefined) return running
      const started = obtained(caller, claims, key).finally(() => underWay.delete(key))
      underWay.set(key, started)
      return started
    },
    async renew(caller) {
      const key = keyOf(caller, scope)
      const token = await exchanged(caller, undefined)
      refused.delete(key)
      keepNewest(kept, [key, { ...token, user: userKey(caller) }], size)
      await cache.replace(caller, token)
    },
    async forgetUser(caller) {
      const user = userKey(caller)
      for (const map of [kept, refused]) for (const [key, entry] of map) if (entry.user === user) map.delete(key)
      await cache.drop(caller)
    },
  }
}

function keyOf(caller: Caller, scope: string, claims = ''): string {
  const parts = [caller.tid, caller.oid, caller.assertion, scope, claims]
  return hash('sha256', JSON.stringify(parts), 'base64')
}
