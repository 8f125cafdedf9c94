import type { RedisDependencies } from './open-redis.ts'
import type { RedisSource } from './redis-source.ts'
import { stateOfThisProcess, type SharedState } from './shared-state.ts'

/**
 * What this process shares with others by Redis; where none is named it stands alone, and no client of Redis is loaded.
 */
export async function startSharedState(
  source: RedisSource | undefined,
  dependencies: RedisDependencies,
): Promise<SharedState> {
  if (source === undefined) return stateOfThisProcess()
  const { redisState } = await import('./redis-state.ts')
  return redisState(source, dependencies)
}
