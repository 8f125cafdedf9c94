import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { ArmRefusal, NoClearAnswer } from './arm-reply.ts'
import { isRead } from './arm-request.ts'
import { callTimeouts } from './call-timeouts.ts'

const attempts = 3
const firstPauseMs = 200
const throttledAttempts = 4
const firstThrottledPauseMs = 2_000
const longestPauseMs = 3_000

export interface Pauses {
  now: () => number
  /** resolves after so many milliseconds */
  pause: (ms: number) => Promise<void>
  /** from 0 up to 1, so that not all rejected requests are retried at the same time */
  random: () => number
}

/**
 * Retries a read, also one that is sent with POST, within 20 s in total: at most twice if ARM did not answer, failed
 * (5xx) or asked for a pause of 3 s or less; a longer pause is reported to the user. If ARM throttles (429) without a
 * time, at most three times, after 2, 4 and 8 s and up to a quarter more. A write is never retried: it gets 65 s, five
 * more than ARM gives its providers, and its result is then read from Azure.
 */
export function readRetriesPolicy(pauses: Pauses): PipelinePolicy {
  const { now, pause } = pauses
  return {
    name: 'readRetries',
    async sendRequest(request, next) {
      if (!isRead(request)) {
        request.timeout = callTimeouts.write
        return next(request)
      }
      const deadline = now() + callTimeouts.read
      for (let attempt = 1; ; attempt += 1) {
        request.timeout = Math.max(1, deadline - now())
        try {
          return await next(request)
        } catch (error) {
          const ms = pauseAfter(error, attempt, pauses)
          if (ms === undefined || now() + ms >= deadline) throw error
          await pause(ms)
        }
      }
    },
  }
}

// undefined: it is not sent again
function pauseAfter(error: unknown, attempt: number, { now, random }: Pauses): number | undefined {
  if (!(error instanceof ArmRefusal || error instanceof NoClearAnswer)) return undefined
  const isThrottled = error instanceof ArmRefusal && error.status === 429
  if (error instanceof ArmRefusal && !isThrottled) return undefined
  if (isThrottled && error.retryAt === undefined)
    return attempt < throttledAttempts ? firstThrottledPauseMs * 2 ** (attempt - 1) * (1 + random() / 4) : undefined
  if (attempt >= attempts) return undefined
  if (error.retryAt === undefined) return firstPauseMs * 2 ** (attempt - 1)
  const asked = error.retryAt - now()
  return asked <= longestPauseMs ? asked : undefined
}
