import type { Request, RequestHandler, Response } from 'express'

/** Which request a fault waits for: the first that fits, once. */
interface RequestPattern {
  method?: string
  /** on the path without the query */
  path: RegExp
}

/** A request kept waiting. */
export interface Held {
  /** resolves when the request has arrived */
  arrived: Promise<void>
  /** releases it */
  release(): void
}

interface FaultAnswer {
  status: number
  body?: string | object
  headers?: Record<string, string>
}

/** For tests: what networks and services do to a request. Each fault hits one request and is then spent. */
export interface Faults {
  /** the request is carried out, but its response never arrives */
  dropAnswer(pattern: RequestPattern): void
  /** the request is carried out, and the connection breaks in the middle of the answer's body */
  truncateAnswer(pattern: RequestPattern): void
  /** the connection breaks before anything is done */
  reset(pattern: RequestPattern): void
  /** this answer in the place of the real one; nothing is done */
  answer(pattern: RequestPattern, answer: FaultAnswer): void
  /** the request is carried out, and this response replaces the real one */
  replaceAnswer(pattern: RequestPattern, answer: FaultAnswer): void
  /** the request waits, undone, until it is released: a delay that needs no sleep */
  hold(pattern: RequestPattern): Held
  /** the request is carried out, and its answer waits until it is released */
  holdAnswer(pattern: RequestPattern): Held
  /** removes the faults that have hit nothing yet, and releases held requests */
  clear(): void
}

type Effect = (request: Request, response: Response, next: () => void) => void

/** The faults and the middleware that applies them. */
export function createFaults(): { faults: Faults; middleware: RequestHandler } {
  let waiting: { pattern: RequestPattern; effect: Effect }[] = []
  const held = new Set<() => void>()
  const add = (pattern: RequestPattern, effect: Effect) => void waiting.push({ pattern, effect })

  const gate = () => {
    const arrived = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const release = () => {
      held.delete(release)
      released.resolve()
    }
    held.add(release)
    return { arrive: arrived.resolve, released: released.promise, handle: { arrived: arrived.promise, release } }
  }

  const faults: Faults = {
    dropAnswer: (pattern) =>
      add(pattern, (request, response, next) => {
        replaceEnd(response, () => request.socket.destroy())
        next()
      }),
    truncateAnswer: (pattern) =>
      add(pattern, (request, response, next) => {
        response.end = (chunk?: unknown) => {
          const body = Buffer.from(typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : '')
          response.set('content-length', body.length.toString())
          response.write(body.subarray(0, body.length / 2), () => request.socket.destroy())
          return response
        }
        next()
      }),
    reset: (pattern) => add(pattern, (request) => request.socket.destroy()),
    answer: (pattern, answer) => add(pattern, (_, response) => write(response, answer)),
    replaceAnswer: (pattern, answer) =>
      add(pattern, (_, response, next) => {
        const end = response.end.bind(response)
        response.end = () => {
          response.end = end
          for (const name of response.getHeaderNames()) response.removeHeader(name)
          write(response, answer)
          return response
        }
        next()
      }),
    hold(pattern) {
      const { arrive, released, handle } = gate()
      add(pattern, (_, __, next) => {
        arrive()
        void released.then(() => next())
      })
      return handle
    },
    holdAnswer(pattern) {
      const { arrive, released, handle } = gate()
      add(pattern, (_, response, next) => {
        replaceEnd(response, (send) => {
          arrive()
          void released.then(send)
        })
        next()
      })
      return handle
    },
    clear() {
      waiting = []
      for (const release of held) release()
    },
  }

  const middleware: RequestHandler = (request, response, next) => {
    const hit = waiting.find(
      ({ pattern }) =>
        (pattern.method === undefined || pattern.method.toUpperCase() === request.method) &&
        pattern.path.test(request.path),
    )
    if (hit === undefined) return next()
    waiting = waiting.filter((other) => other !== hit)
    hit.effect(request, response, next)
  }
  return { faults, middleware }
}

function write(response: Response, { status, body, headers = {} }: FaultAnswer): void {
  response.status(status).set(headers)
  if (body === undefined) response.end()
  else if (typeof body === 'string') response.send(body)
  else response.json(body)
}

// Express, too, ends every response through `end`: replacing it decides whether and when the response is sent.
function replaceEnd(response: Response, instead: (send: () => void) => void): void {
  const end = response.end.bind(response)
  response.end = (chunk?: unknown, encoding?: unknown) => {
    instead(() => void end(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'))
    return response
  }
}
