import { setTimeout as pauseFor } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { errors, Pool } from 'undici'
import { NoClearAnswer } from './arm-reply.ts'
import { requireOrigin } from './pinned-origin.ts'

const unzip = promisify(gunzip)
const connections = 64
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
export function armHttpClient(origin: string, graceMs = closeMs): ArmHttpClient {
  const pool = new Pool(origin, { connections, pipelining: 1, connect: { timeout: connectMs } })
  return {
    async sendRequest(request) {
      const { pathname, search } = requireOrigin(request.url, origin)
      // Not AbortSignal.timeout: its timer and what it holds would stay for 20 s after each answer.
      const tooLate = new AbortController()
      const timer = setTimeout(() => tooLate.abort(new DOMException('', 'TimeoutError')), request.timeout)
      const { abortSignal: given } = request
      try {
        const answer = await pool.request({
          path: pathname + search,
          method: request.method,
          headers: { ...request.headers.toJSON(), 'accept-encoding': 'gzip' },
          body: typeof request.body === 'string' ? request.body : null,
          signal: given instanceof AbortSignal ? AbortSignal.any([given, tooLate.signal]) : tooLate.signal,
        })
        const headers = createHttpHeaders()
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined) headers.set(name, String(value))
        return { request, status: answer.statusCode, headers, bodyAsText: await textOf(answer) }
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

async function textOf(answer: Awaited<ReturnType<Pool['request']>>): Promise<string> {
  if (answer.headers['content-encoding'] !== 'gzip') return answer.body.text()
  return (await unzip(await answer.body.bytes())).toString('utf8')
}

function isTimeout(error: unknown): boolean {
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) return true
  return error instanceof errors.ConnectTimeoutError || (error instanceof Error && error.name === 'TimeoutError')
}
