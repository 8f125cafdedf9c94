import type { RequestHandler } from 'express'
import { TurnstileFull } from '../process/turnstile.ts'

// Two cores answer about 300 a second: an accepted request waits about a second at most, and others are refused at
// once.
const mostAtOnce = 256

/**
 * Allows `most` concurrent requests and throws `TurnstileFull` for each beyond them, before any of its work has
 * started.
 */
export function requestsAtOnce(most = mostAtOnce): RequestHandler {
  let underWay = 0
  return (_request, response, next) => {
    if (underWay >= most) throw new TurnstileFull()
    underWay += 1
    // once for each, even if the sender has gone before the response
    response.once('close', () => {
      underWay -= 1
    })
    next()
  }
}
