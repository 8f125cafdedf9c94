import { ErrorReply } from '@redis/client'
import type { Store } from 'express-rate-limit'
import { RedisStore } from 'rate-limit-redis'
import type { Redis } from './open-redis.ts'
import { countsHere, windowOf } from './shared-state.ts'

/**
 * Counts in Redis for all processes, and also in this one, which decides while Redis is unavailable: Redis can make a
 * limit stricter than this process alone, never looser.
 */
export function sharedCounts(redis: Redis, name: string, windowMs: number): Store {
  const here = countsHere(windowMs)
  const everywhere = new RedisStore({
    prefix: `portal:count:${name}:`,
    sendCommand: async (...command) => {
      // The caller handles a refusal itself: for example, that a script is not loaded, as after a restart of Redis.
      const answer = await redis.ask((client) =>
        client.sendCommand<string | number | (string | number)[]>(command).catch(refusalOf),
      )
      if (answer === undefined) throw new Error('Redis is away')
      if (answer instanceof ErrorReply) throw answer
      return answer
    },
  })
  let loaded: Promise<void> | undefined

  // Its scripts are loaded when Redis is there: a store that has once failed to load them stays useless.
  const load = () =>
    (loaded ??= everywhere.init(windowOf(windowMs)).catch((error: unknown) => {
      loaded = undefined
      throw error
    }))

  return {
    async increment(key) {
      const own = await here.increment(key)
      try {
        await load()
        const all = await everywhere.increment(key)
        return all.totalHits > own.totalHits ? all : own
      } catch {
        return own
      }
    },
    decrement: (key) => here.decrement(key),
    resetKey: (key) => here.resetKey(key),
  }
}

function refusalOf(error: unknown): ErrorReply {
  if (error instanceof ErrorReply) return error
  throw error
}
