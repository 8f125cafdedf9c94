import type { Response } from 'express'
import { userKey } from '../auth/caller.ts'
import { shares, type Most } from '../process/shares.ts'
import { traceOf } from '../telemetry/trace.ts'

/** The places of requests: one while a body arrives, another from then until the response is closed. */
export interface ConcurrentRequests {
  /** Runs `read` in a place for bodies. Throws what `shares` throws, and what `read` throws. */
  whileReading(response: Response, read: () => Promise<void>): Promise<void>
  /** Takes the place of a request whose body has arrived, until its response is closed. Throws what `shares` throws. */
  untilClosed(response: Response): void
}

interface AtOnce {
  bodies: Most
  requests: Most
}

// Two cores answer about 300 a second: an accepted request waits about a second at most, and others are refused at
// once. A page sends at most 9 at the same time, so three that are opened together fit into a user's share. An address
// can be a whole company: its share is that of six users.
const defaults: AtOnce = {
  bodies: { all: 256, ofAddress: 128, ofUser: 16 },
  requests: { all: 256, ofAddress: 192, ofUser: 32 },
}

/** Limits how many requests are read and answered at once, of all, of one address and of one user. */
export function concurrentRequests({ bodies, requests } = defaults): ConcurrentRequests {
  const takeToRead = shares('bodies', bodies)
  const takeToAnswer = shares('requests', requests)
  return {
    async whileReading(response, read) {
      const giveBack = takeToRead(holderOf(response))
      try {
        await read()
      } finally {
        giveBack()
      }
    },
    untilClosed(response) {
      const giveBack = takeToAnswer(holderOf(response))
      // The sender might have gone already.
      if (response.closed) giveBack()
      else response.once('close', giveBack)
    },
  }
}

function holderOf(response: Response) {
  const { caller, address } = traceOf(response)
  return { user: caller && userKey(caller), address }
}
