import { createHash } from 'node:crypto'
import { setTimeout as pauseFor } from 'node:timers/promises'
import * as z from 'zod/mini'
import { userKey, type Caller } from '../auth/caller.ts'
import { ClaimsChallenge } from '../auth/claims-challenge.ts'
import type { ArmToken } from '../auth/entra-exchange.ts'
import type { TokenCache } from '../auth/token-cache.ts'
import type { Logger } from '../telemetry/log.ts'
import type { Redis } from './open-redis.ts'
import { seal, unseal } from './seal.ts'
import type { SealingKeys } from './sealing-keys.ts'

interface Dependencies {
  redis: Redis
  /** the first one encrypts, all of them decrypt */
  keys: SealingKeys
  logger: Logger
}

const earlyMs = 300_000
const challengedForMs = 30_000
/** how long the others wait for a process that exchanges, and how often they look */
const exchangeMs = 3_000
const lookMs = 50

const outcome = z.union([
  z.strictObject({ token: z.string(), expiresAt: z.number() }),
  z.strictObject({ claims: z.string() }),
])

/**
 * The callers' tokens for ARM in Redis, each sealed and bound to its name: who reads Redis learns none, and who writes
 * to it can plant none. They go five minutes before their end. A refresh token is never among them.
 */
export function sealedTokenCache({ redis, keys, logger }: Dependencies): TokenCache {
  async function put(caller: Caller, value: z.infer<typeof outcome>, ms: number): Promise<void> {
    const name = nameOf(caller)
    if (ms > 0)
      await redis.ask((client) => client.set(name, seal(JSON.stringify(value), name, keys[0]), { PX: Math.ceil(ms) }))
  }

  function opened(caller: Caller, sealed: string): z.infer<typeof outcome> | undefined {
    const text = unseal(sealed, nameOf(caller), keys)
    // in another format if another release of the portal encrypted it
    if (text !== undefined) return z.safeParse(outcome, JSON.parse(text)).data
    logger.warn({ event: 'sealed-token-refused', tid: caller.tid, oid: caller.oid })
    return undefined
  }

  /** The cached value, or the result of another process's exchange; undefined: this process should exchange. */
  async function awaited(caller: Caller): Promise<z.infer<typeof outcome> | undefined> {
    for (;;) {
      const sealed = await redis.ask((client) => client.get(nameOf(caller)))
      if (sealed === undefined) return undefined
      const known = sealed === null ? undefined : opened(caller, sealed)
      if (known !== undefined) return known
      const taken = await redis.ask((client) => client.set(turnOf(caller), '1', { condition: 'NX', PX: exchangeMs }))
      if (taken !== null) return undefined
      await pauseFor(lookMs)
    }
  }

  const keep = (caller: Caller, token: ArmToken) => put(caller, token, token.expiresAt - earlyMs - Date.now())

  return {
    async obtain(caller, exchange) {
      const known = await awaited(caller)
      if (known !== undefined) {
        if ('claims' in known) throw new ClaimsChallenge(known.claims)
        return known
      }
      try {
        const token = await exchange()
        await keep(caller, token)
        return token
      } catch (error) {
        if (error instanceof ClaimsChallenge) await put(caller, { claims: error.claims }, challengedForMs)
        throw error
      } finally {
        await redis.ask((client) => client.del(turnOf(caller)))
      }
    },
    replace: keep,
    async drop(caller) {
      const pattern = `${tokensOf(caller).replaceAll(/[*?[\]\\]/g, '\\$&')}*`
      let cursor = '0'
      do {
        const page = await redis.ask((client) => client.scan(cursor, { MATCH: pattern, COUNT: 1000 }))
        if (page === undefined) return
        if (page.keys.length > 0) await redis.ask((client) => client.del(page.keys))
        cursor = page.cursor
      } while (cursor !== '0')
    },
  }
}

function tokensOf(caller: Caller): string {
  return `portal:token:${userKey(caller)}:`
}

function nameOf(caller: Caller): string {
  return tokensOf(caller) + createHash('sha256').update(caller.assertion).digest('base64url')
}

function turnOf(caller: Caller): string {
  return nameOf(caller).replace('portal:token:', 'portal:exchange:')
}
