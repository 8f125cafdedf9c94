import type { RequestHandler } from 'express'
import { TurnstileFull } from '../process/turnstile.ts'

// On two cores some 300 are answered a second: who is let in waits about a second at most, and who is not is told so at
// once.
const mostAtOnce = 256

/**
 * Lets `most` requests be under way at once and throws `TurnstileFull` for each beyond them, of which nothing has
 * begun.
 */
export function requestsAtOnce(most = mostAtOnce): RequestHandler {
  let underWay = 0
  return (_request, response, next) => {
    if (underWay >= most) throw new TurnstileFull()
    underWay += 1
    // once for each, also where the sender has gone before the answer
    response.once('close', () => {
      underWay -= 1
    })
    next()
  }
}
