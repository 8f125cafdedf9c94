// Users of the portal with steady requests, as from a browser's pages: a read with a temporary failure is retried once.
import { setTimeout as after } from 'node:timers/promises'

const passing = new Set([502, 503, 504])
const retryAfterMs = 1_000
const patienceMs = 40_000

/**
 * Sends `perSecond` requests a second, in turn as each of the users, until it is stopped.
 * @param {{ url: string, perSecond: number, tokens: string[], pathOf: (index: number) => string }} load
 */
export function startLoad({ url, perSecond, tokens, pathOf }) {
  /** @type {{ at: number, path: string, status: number, ms: number, retries: number }[]} */
  const outcomes = []
  /** @type {Promise<void>[]} */
  const asked = []
  const stopping = new AbortController()

  async function statusOf(/** @type {string} */ path, /** @type {string} */ token) {
    try {
      const headers = { authorization: `Bearer ${token}` }
      const response = await fetch(`${url}${path}`, { headers, signal: AbortSignal.timeout(patienceMs) })
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }

  async function ask(/** @type {number} */ index) {
    const [path, token] = [pathOf(index), tokens[index % tokens.length] ?? '']
    const started = performance.now()
    let status = await statusOf(path, token)
    const again = status === 0 || passing.has(status)
    if (again) {
      await after(retryAfterMs)
      status = await statusOf(path, token)
    }
    const ended = performance.now()
    outcomes.push({ at: ended, path, status, ms: ended - started, retries: again ? 1 : 0 })
  }

  async function run() {
    for (let index = 0; !stopping.signal.aborted; index += 1) {
      asked.push(ask(index))
      await after(1000 / perSecond)
    }
  }
  const running = run()

  return {
    outcomes,
    failed: () => outcomes.filter(({ status }) => status !== 200),
    /** Waits for that many more answers. */
    async more(/** @type {number} */ count) {
      const until = outcomes.length + count
      while (outcomes.length < until && !stopping.signal.aborted) await after(100)
    },
    async stop() {
      stopping.abort()
      await running
      await Promise.all(asked)
    },
  }
}

/** The longest time between two successful responses, in ms. */
export function longestPause(/** @type {{ at: number, status: number }[]} */ outcomes) {
  const times = outcomes.filter(({ status }) => status === 200).map(({ at }) => at)
  return times.reduce((longest, at, index) => Math.max(longest, at - (times[index - 1] ?? at)), 0)
}
