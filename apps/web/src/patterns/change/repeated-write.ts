import { failureOf } from '../problem/failure.ts'

const mostAttempts = 20
// ms
const shortestPause = 500

/**
 * Sends a write, and again when the portal or Azure has room for it: a run has more writes than a user sends in a
 * few seconds. A write that was refused for that reason was not carried out. Throws everything else.
 */
export async function whenThereIsRoom<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send()
    } catch (error) {
      const { code, problem } = failureOf(error)
      if (attempt >= mostAttempts || (code !== 'TooManyRequests' && code !== 'ThrottledByAzure')) throw error
      const left = Date.parse(problem?.retryAt ?? '') - Date.now()
      await new Promise((resolve) => setTimeout(resolve, Math.max(shortestPause, left || 0)))
    }
  }
}
