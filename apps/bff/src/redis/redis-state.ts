import { openRedis, type RedisDependencies } from './open-redis.ts'
import type { RedisSource } from './redis-source.ts'
import { sealedTokenCache } from './sealed-token-cache.ts'
import { loadSealingKeys } from './sealing-keys.ts'
import { sharedCounts } from './shared-counts.ts'
import { sharedSignOuts } from './shared-sign-outs.ts'
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
