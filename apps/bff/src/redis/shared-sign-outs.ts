import { signedOutHere, type SignedOutTokens } from '../auth/signed-out-tokens.ts'
import type { Redis } from './open-redis.ts'

// a token is taken that much longer than it says: caller.ts tolerates clocks that differ
const toleranceMs = 60_000

/**
 * What one process refuses, all refuse. Each remembers its own besides, and tells Redis again whenever it comes back: it
 * may have lost them, or never have heard of them.
 */
export function sharedSignOuts(redis: Redis): SignedOutTokens {
  const here = signedOutHere()
  const tell = async (hash: string, until: number) => {
    const ms = until + toleranceMs - Date.now()
    if (ms > 0) await redis.ask((client) => client.set(nameOf(hash), '1', { PX: Math.ceil(ms) }))
  }
  redis.onThere(() => {
    for (const [hash, until] of here.all) void tell(hash, until)
  })
  return {
    async add(hash, until) {
      await here.add(hash, until)
      await tell(hash, until)
    },
    async has(hash) {
      return (await here.has(hash)) || (await redis.ask((client) => client.exists(nameOf(hash)))) === 1
    },
  }
}

function nameOf(hash: string): string {
  return `portal:signed-out:${hash}`
}
