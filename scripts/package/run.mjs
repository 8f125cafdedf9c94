import { once } from 'node:events'

/** @typedef {ReturnType<typeof run>} Run a program that was started in an image */

/**
 * Watches a program: its output, when it is ready and how it ends. It is killed after two minutes.
 * @param {import('node:child_process').ChildProcess} child
 */
export function run(child) {
  let said = ''
  const kill = setTimeout(() => child.kill('SIGKILL'), 120_000)
  const ended = once(child, 'close').then(([code, signal]) => {
    clearTimeout(kill)
    return /** @type {number | string} */ (code ?? signal)
  })
  const ready = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (/** @type {Buffer} */ chunk) => {
        said += chunk.toString()
        if (said.includes('is ready')) resolve(undefined)
      })
    void ended.then((how) => reject(new Error(`It ended with ${how}: ${said}`)))
  })
  // Nothing might be waiting for it.
  ready.catch(() => undefined)
  return { child, ready, ended, said: () => said }
}

/** The status and text of a response; 0 if there is none. */
export async function got(/** @type {string} */ url, /** @type {RequestInit} */ init = {}) {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
  return { status: response?.status ?? 0, headers: response?.headers, text: (await response?.text()) ?? '' }
}

/** Throws what differs, unless both are the same. */
export function assertSame(/** @type {unknown} */ is, /** @type {unknown} */ expected, /** @type {string} */ what) {
  const [a, b] = [is, expected].map((value) => JSON.stringify(value))
  if (a !== b) throw new Error(`${what} is ${a}, and ${b} is expected`)
}
