import { createHash } from 'node:crypto'
import { userKey, type Caller } from './caller.ts'
import type { ArmToken, Exchange } from './entra-exchange.ts'
import { SignInServiceUnavailable } from './sign-in-service.ts'

/** The callers' tokens for ARM: exchanged once, kept in memory, never shared between users, never shown to a browser. */
export interface OnBehalfOf {
  /**
   * The caller's token for ARM. With `claims` (JSON) it is always asked for anew and replaces the one that is kept.
   * Throws what the exchange throws, and `SignInServiceUnavailable` while Entra ID wants no requests for this user.
   */
  tokenFor(caller: Caller, claims?: string): Promise<string>
  /** Forgets what is kept for the user of `caller`, in every browser of theirs. */
  forgetUser(caller: Caller): void
}

interface Dependencies {
  exchange: Exchange
  scope: string
  now?: () => number
}

const size = 2_000
const earlyMs = 120_000

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
export function onBehalfOf({ exchange, scope, now = Date.now }: Dependencies): OnBehalfOf {
  const kept = new Map<string, ArmToken & { user: string }>()
  const underWay = new Map<string, Promise<string>>()
  const pausedUntil = new Map<string, number>()

  function keep(key: string, user: string, token: ArmToken): void {
    kept.delete(key)
    kept.set(key, { ...token, user })
    shrink(kept)
  }

  async function exchanged(caller: Caller, claims: string | undefined): Promise<string> {
    const user = userKey(caller)
    const paused = pausedUntil.get(user)
    if (paused !== undefined && paused > now()) throw new SignInServiceUnavailable(paused)
    pausedUntil.delete(user)
    try {
      const token = await exchange(caller, claims)
      // Also after a claims exchange: else every further call would show the old token and be challenged again.
      keep(keyOf(caller, scope), user, token)
      return token.token
    } catch (error) {
      if (error instanceof SignInServiceUnavailable && error.retryAt !== undefined) {
        pausedUntil.set(user, error.retryAt)
        shrink(pausedUntil)
      }
      throw error
    }
  }

  return {
    tokenFor(caller, claims) {
      if (claims === undefined) {
        const key = keyOf(caller, scope)
        const known = kept.get(key)
        if (known !== undefined && known.expiresAt - earlyMs > now()) {
          kept.delete(key)
          kept.set(key, known)
          return Promise.resolve(known.token)
        }
      }
      const key = keyOf(caller, scope, claims)
      const running = underWay.get(key)
      if (running !== undefined) return running
      const started = exchanged(caller, claims).finally(() => underWay.delete(key))
      underWay.set(key, started)
      return started
    },
    forgetUser(caller) {
      const user = userKey(caller)
      for (const [key, token] of kept) if (token.user === user) kept.delete(key)
    },
  }
}

function keyOf(caller: Caller, scope: string, claims = ''): string {
  const parts = [caller.tid, caller.oid, caller.assertion, scope, claims]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}

// a Map keeps the order of insertion, and a hit is inserted again: the first is the one used least recently
function shrink(map: Map<string, unknown>): void {
  for (const oldest of map.keys()) {
    if (map.size <= size) break
    map.delete(oldest)
  }
}
