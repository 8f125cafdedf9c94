import type { Request, RequestHandler, Response } from 'express'
import { rateLimit, type AugmentedRequest } from 'express-rate-limit'
import { userKey } from '../auth/caller.ts'
import type { RoomForExchange } from '../auth/on-behalf-of.ts'
import type { SharedState } from '../redis/shared-state.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import { traceOf } from '../telemetry/trace.ts'
import { through } from './through.ts'

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
  /** Throws `RequestRefused` if the authenticated caller of this request has exceeded the limit. */
  assertRoomForUser(request: Request, response: Response, what: { writes: boolean }): Promise<void>
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
  const limiter = (
    name: keyof RequestsPerSecond,
    keyOf: (request: Request, response: Response) => string,
    counter: string = name,
  ) => {
    const windowMs = counted[name] * 1000
    return rateLimit({
      windowMs,
      limit: requestsPerSecond[name] * counted[name],
      store: counts(counter, windowMs),
      keyGenerator: keyOf,
      legacyHeaders: false,
      // config.ts has already checked this
      validate: false,
      handler: (request, _response, next) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- express-rate-limit puts it there
        const { rateLimit: state } = request as AugmentedRequest
        next(
          new RequestRefused('TooManyRequests', `too many: ${counter}`, {
            securityEvent: 'rate-limited',
            retryAt: state?.resetTime?.getTime(),
          }),
        )
      },
    })
  }
  const keyOfAddress = (_request: Request, response: Response) => traceOf(response).address
  const keyOfUser = (_request: Request, response: Response) => {
    const { caller } = traceOf(response)
    return caller === undefined ? '' : userKey(caller)
  }
  const ofUser = limiter('user', keyOfUser)
  const ofUserWrites = limiter('userWrites', keyOfUser)
  const exchanges = counts('userExchanges', minute)
  return {
    ofAddress: limiter('address', keyOfAddress),
    ofAddressForReports: limiter('address', keyOfAddress, 'reports'),
    async assertRoomForUser(request, response, { writes }) {
      await through(ofUser, request, response)
      if (writes) await through(ofUserWrites, request, response)
    },
    async roomForExchange(caller) {
      const { totalHits, resetTime } = await exchanges.increment(userKey(caller))
      return totalHits > exchangesPerMinute ? (resetTime?.getTime() ?? Date.now() + minute) : undefined
    },
  }
}
