import type { RedisDependencies } from './open-redis.ts'
import type { RedisSource } from './redis-source.ts'
import { stateOfThisProcess, type SharedState } from './shared-state.ts'

/**
 * What this process shares with others through Redis; without a configured Redis it shares nothing, and no Redis client
 * is loaded.
 */
export async function startSharedState(
  source: RedisSource | undefined,
  dependencies: RedisDependencies,
): Promise<SharedState> {
  if (source === undefined) return stateOfThisProcess()
  const { redisState } = await import('./redis-state.ts')
  return redisState(source, dependencies)
}
