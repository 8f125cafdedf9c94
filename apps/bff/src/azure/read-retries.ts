import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { ArmRefusal, NoClearAnswer } from './arm-reply.ts'

const attempts = 3
const firstPauseMs = 200
const longestPauseMs = 3_000
const readMs = 20_000
const writeMs = 65_000

export interface Pauses {
  now: () => number
  /** resolves after so many milliseconds */
  pause: (ms: number) => Promise<void>
}

/**
 * Sends a read again, at most twice and within 20 s in all, where ARM did not answer, failed (5xx) or asked for a pause
 * of 3 s or less; a longer pause is the user's to see. A write is never sent again: it gets 65 s, five more than ARM
 * gives its providers, and what became of it is then read from Azure.
 */
export function readRetriesPolicy({ now, pause }: Pauses): PipelinePolicy {
  return {
    name: 'readRetries',
    async sendRequest(request, next) {
      if (request.method !== 'GET') {
        request.timeout = writeMs
        return next(request)
      }
      const deadline = now() + readMs
      for (let attempt = 1; ; attempt += 1) {
        request.timeout = Math.max(1, deadline - now())
        try {
          return await next(request)
        } catch (error) {
          const ms = pauseAfter(error, attempt, now())
          if (ms === undefined || attempt >= attempts || now() + ms >= deadline) throw error
          await pause(ms)
        }
      }
    },
  }
}

function pauseAfter(error: unknown, attempt: number, now: number): number | undefined {
  if (!(error instanceof ArmRefusal || error instanceof NoClearAnswer)) return undefined
  if (error instanceof ArmRefusal && (error.status !== 429 || error.retryAt === undefined)) return undefined
  if (error.retryAt !== undefined) return error.retryAt - now <= longestPauseMs ? error.retryAt - now : undefined
  return firstPauseMs * 2 ** (attempt - 1)
}
