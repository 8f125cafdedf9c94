import { setTimeout as after } from 'node:timers/promises'
import { Pool } from 'undici'

/**
 * Sends requests at a steady rate, whether or not the responses keep up, and waits 10 s at most for each,
 * or as long as given.
 * @param {{ origin: string, tokens: string[], perSecond: number, seconds: number, pathOf: (index: number) => string,
 *   patienceMs?: number }} load the users take turns
 * @returns {Promise<{ status: number, ms: number, retryAfter: boolean }[]>} one for each request; status 0: no response
 */
export async function steadyLoad({ origin, tokens, perSecond, seconds, pathOf, patienceMs = 10_000 }) {
  const pool = new Pool(origin, { connections: 500 })
  const headers = tokens.map((token) => ({ authorization: `Bearer ${token}` }))
  const ask = async (index) => {
    const started = performance.now()
    try {
      const {
        statusCode,
        headers: answered,
        body,
      } = await pool.request({
        path: pathOf(index),
        method: 'GET',
        headers: headers[index % headers.length],
        signal: AbortSignal.timeout(patienceMs),
      })
      await body.dump()
      const ms = performance.now() - started
      return { status: statusCode, ms, retryAfter: answered['retry-after'] !== undefined }
    } catch {
      return { status: 0, ms: performance.now() - started, retryAfter: false }
    }
  }
  const total = perSecond * seconds
  const answers = []
  const started = performance.now()
  while (answers.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond))
    while (answers.length < due) answers.push(ask(answers.length))
    await after(5)
  }
  const outcome = await Promise.all(answers)
  await pool.close()
  return outcome
}

/** The value below which `share` of the numbers are; 0 for none. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
