import type { RequestHandler } from 'express'
import { userKey } from '../auth/caller.ts'
import type { RoomForExchange } from '../auth/on-behalf-of.ts'
import type { SharedState } from '../redis/shared-state.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import { traceOf, type Trace } from '../telemetry/trace.ts'

/** How many requests a second the portal accepts on average; in a burst, as many as in several seconds. */
export interface RequestsPerSecond {
  /** of one address, before authentication */
  address: number
  user: number
  /** of a user; Azure allows 10 a second per user and subscription */
  userWrites: number
}

export const defaultRequestsPerSecond: RequestsPerSecond = { address: 60, user: 20, userWrites: 2 }

/** A browser tab needs one an hour, and one more for a challenge during work. */
export const defaultExchangesPerMinute = 5

/** Seconds over which requests are counted: in a burst, 600 of an address, 60 and 10 of a user. */
const counted = { address: 10, user: 3, userWrites: 5 }

const minute = 60_000

export interface RateLimits {
  ofAddress: RequestHandler
  /** the same number, counted separately: a page sends reports without its user */
  ofAddressForReports: RequestHandler
  /** Throws `RequestRefused` if the authenticated caller of the request has exceeded the limit. */
  assertRoomForUser(trace: Trace, what: { writes: boolean }): Promise<void>
  roomForExchange: RoomForExchange
}

interface Allowed {
  requestsPerSecond: RequestsPerSecond
  exchangesPerMinute: number
}

/** Counts by `counts`: in this process alone, or together with the others of the portal. */
export function rateLimits(
  { requestsPerSecond, exchangesPerMinute }: Allowed,
  { counts }: Pick<SharedState, 'counts'>,
): RateLimits {
  const limiter = (name: keyof RequestsPerSecond, counter: string = name) => {
    const most = requestsPerSecond[name] * counted[name]
    const store = counts(counter, counted[name] * 1000)
    return async (key: string): Promise<void> => {
      const { totalHits, resetTime } = await store.increment(key)
      if (totalHits <= most) return
      throw new RequestRefused('TooManyRequests', `too many: ${counter}`, {
        securityEvent: 'rate-limited',
        retryAt: resetTime?.getTime(),
      })
    }
  }
  const ofAddress = (assertRoom: (address: string) => Promise<void>): RequestHandler => {
    return async (_request, response, next) => {
      await assertRoom(traceOf(response).address)
      next()
    }
  }
  const ofUser = limiter('user')
  const ofUserWrites = limiter('userWrites')
  const exchanges = counts('userExchanges', minute)
  return {
    ofAddress: ofAddress(limiter('address')),
    ofAddressForReports: ofAddress(limiter('address', 'reports')),
    async assertRoomForUser({ caller, address }, { writes }) {
      const user = caller === undefined ? address : userKey(caller)
      await ofUser(user)
      if (writes) await ofUserWrites(user)
    },
    async roomForExchange(caller) {
      const { totalHits, resetTime } = await exchanges.increment(userKey(caller))
      return totalHits > exchangesPerMinute ? (resetTime?.getTime() ?? Date.now() + minute) : undefined
    },
  }
}
