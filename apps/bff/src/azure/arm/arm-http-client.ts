import { setTimeout as pauseFor } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { errors, Pool, type Dispatcher } from 'undici'
import { mostArmCalls } from '../../outages/azure-services.ts'
import { NoClearAnswer } from './arm-reply.ts'
import { requireOrigin } from './pinned-origin.ts'

const unzip = promisify(gunzip)
// a call that has a place has a connection
const connections = mostArmCalls
const connectMs = 5_000
const closeMs = 3_000

export interface ArmHttpClient extends HttpClient {
  /** Gives running requests 3 s to finish, then ends them: by then, their callers have gone. */
  close(): Promise<void>
}

/**
 * The connections to ARM. The pool connects only to that one origin, follows no redirect and sends nothing twice.
 * Throws `NoClearAnswer` if no response arrived within `request.timeout` (ms).
 */
export function armHttpClient(resourceManager: string, graceMs = closeMs): ArmHttpClient {
  const { origin } = new URL(resourceManager)
  // Each call ends by its own limit of time.
  const untimed = { headersTimeout: 0, bodyTimeout: 0 }
  const pool = new Pool(origin, { connections, pipelining: 1, connect: { timeout: connectMs }, ...untimed })
  return {
    async sendRequest(request) {
      const { pathname, search } = requireOrigin(request.url, origin)
      request.headers.set('accept-encoding', 'gzip')
      const call = exchange(pool, {
        path: pathname + search,
        method: request.method,
        headers: request.headers.toJSON(),
        body: typeof request.body === 'string' ? request.body : null,
      })
      // Not AbortSignal.timeout: its timer and what it holds would stay for 20 s after each answer.
      const timer = setTimeout(() => call.end(new DOMException('', 'TimeoutError')), request.timeout)
      try {
        const answer = await call.answer
        const headers = createHttpHeaders()
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined) headers.set(name, String(value))
        return { request, status: answer.status, headers, bodyAsText: await textOf(answer) }
      } catch (error) {
        throw new NoClearAnswer(isTimeout(error) ? 'timeout' : 'connection', { cause: error })
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {
      await Promise.race([pool.close(), pauseFor(graceMs, undefined, { ref: false })])
      await pool.destroy()
    },
  }
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer[]
}

/**
 * Sends a request and receives all of its answer; `end` gives up on it. Not undici's `request`: a stream for each
 * answer, and a signal for each request, cost as much as the rest of both.
 */
function exchange(
  pool: Pool,
  sent: Dispatcher.DispatchOptions,
): { answer: Promise<Answer>; end: (reason: Error) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const answer: Answer = { status: 0, headers: {}, body: [] }
  let running: Dispatcher.DispatchController | undefined
  let reason: Error | undefined
  pool.dispatch(sent, {
    onRequestStart(controller) {
      running = controller
      // before anything of it is written
      if (reason !== undefined) controller.abort(reason)
    },
    onResponseStart(_, status, headers) {
      answer.status = status
      answer.headers = headers
    },
    onResponseData(_, chunk) {
      answer.body.push(chunk)
    },
    onResponseEnd: () => resolve(answer),
    onResponseError: (_, error) => reject(error),
  })
  const end = (why: Error) => {
    reason = why
    running?.abort(why)
    reject(why)
  }
  return { answer: promise, end }
}

const utf8 = new TextDecoder()

async function textOf({ headers, body: [first, ...more] }: Answer): Promise<string> {
  if (first === undefined) return ''
  const bytes = more.length === 0 ? first : Buffer.concat([first, ...more])
  return utf8.decode(headers['content-encoding'] === 'gzip' ? await unzip(bytes) : bytes)
}

function isTimeout(error: unknown): boolean {
  return error instanceof errors.ConnectTimeoutError || (error instanceof Error && error.name === 'TimeoutError')
}
