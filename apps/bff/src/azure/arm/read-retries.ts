import type { PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline'
import { ArmRefusal, NoClearAnswer } from './arm-reply.ts'
import { isRead } from './is-read.ts'

const attempts = 3
const firstPauseMs = 200
const throttledAttempts = 4
const firstThrottledPauseMs = 2_000
const longestPauseMs = 3_000
const readMs = 20_000
const writeMs = 65_000

export interface Pauses {
  now: () => number
  /** resolves after so many milliseconds */
  pause: (ms: number) => Promise<void>
  /** from 0 up to 1, so that not all rejected requests are retried at the same time */
  random: () => number
}

/**
 * Takes what a read has waited (ms) before it is sent off its time. A write has its 65 s from the moment it is sent:
 * with less, Azure might still be at it when the portal gives up.
 */
export function countWait(request: PipelineRequest, ms: number): void {
  if (isRead(request)) request.timeout = Math.max(1, request.timeout - ms)
}

/** How long a request waits before it is sent; a write no longer than a read, for somebody is waiting. */
export function longestWait({ timeout }: PipelineRequest): number {
  return Math.min(timeout, readMs)
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
        request.timeout = writeMs
        return next(request)
      }
      const deadline = now() + readMs
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
