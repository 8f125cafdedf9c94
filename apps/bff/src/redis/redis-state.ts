import { longestLifeMs, signedOutHere, type SignedOutTokens } from '../auth/signed-out-tokens.ts'
import { openRedis, type RedisDependencies, type Redis } from './open-redis.ts'
import type { RedisSource } from './redis-source.ts'
import { sealedTokenCache } from './sealed-token-cache.ts'
import { loadSealingKeys } from './sealing-keys.ts'
import { sharedCounts } from './shared-counts.ts'
import type { SharedState } from './shared-state.ts'

/**
 * What processes share through Redis. Throws `ConfigurationFaults` if there is no key; an unavailable Redis is not a
 * fault.
 */
export async function redisState(
  { url, sealingKeyFile }: RedisSource,
  dependencies: RedisDependencies,
): Promise<SharedState> {
  const keys = await loadSealingKeys(sealingKeyFile)
  const redis = await openRedis(url, dependencies)
  return {
    counts: (name, windowMs) => sharedCounts(redis, name, windowMs),
    tokens: sealedTokenCache({ redis, keys, logger: dependencies.logger }),
    signedOut: sharedSignOuts(redis),
    close: () => Promise.resolve(redis.close()),
  }
}

// a token is accepted for that much longer than its expiry: caller.ts tolerates clock differences
const toleranceMs = 60_000

/**
 * What one process rejects, all reject. Each also remembers its own, and sends them to Redis again whenever it comes
 * back: Redis might have lost them, or never received them.
 */
function sharedSignOuts(redis: Redis): SignedOutTokens {
  const here = signedOutHere()
  const tell = async (hash: string, until: number) => {
    const ms = until + toleranceMs - Date.now()
    if (ms > 0) await redis.ask((client) => client.set(nameOf(hash), '1', { PX: Math.ceil(ms) }))
  }
  const tellOfUser = async (user: string, at: number) => {
    const ms = at + longestLifeMs + toleranceMs - Date.now()
    if (ms <= 0) return
    await redis.ask(async (client) => {
      // another process might have recorded a later one
      const known = Number(await client.get(nameOfUser(user)))
      if (known < at) await client.set(nameOfUser(user), String(at), { PX: Math.ceil(ms) })
    })
  }
  redis.onThere(() => {
    for (const [hash, until] of here.all) void tell(hash, until)
    for (const [user, at] of here.users) void tellOfUser(user, at)
  })
  return {
    async add(hash, until) {
      await here.add(hash, until)
      await tell(hash, until)
    },
    async addUser(user, at) {
      await here.addUser(user, at)
      await tellOfUser(user, at)
    },
    async lookUp(hash, user) {
      const own = await here.lookUp(hash, user)
      if (own.token) return own
      const [token, at] = (await redis.ask((client) => client.mGet([nameOf(hash), nameOfUser(user)]))) ?? []
      const latest = Math.max(own.userAt ?? -Infinity, at ? Number(at) : -Infinity)
      return { token: token === '1', userAt: Number.isFinite(latest) ? latest : undefined }
    },
  }
}

function nameOf(hash: string): string {
  return `portal:signed-out:${hash}`
}

function nameOfUser(user: string): string {
  return `portal:signed-out-user:${user}`
}
