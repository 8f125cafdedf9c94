// Proofs that run with the real az, for example, and how they are run and counted.

import { onOneLine } from './promises.mjs'

/** @typedef {{ name: string, proof: () => unknown }} Proof `proof` throws or rejects if `name` is not true */

/**
 * Runs all, two at a time: az is slow, and two of them keep a small machine busy. Prints each outcome.
 * @param {Proof[]} proofs
 * @param {number} [lanes] 1: one after the other, if each continues from the previous one
 */
export async function proveAll(proofs, lanes = 2) {
  const counts = { passed: 0, failed: 0 }
  const waiting = [...proofs]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      counts[(await prove(next)) ? 'passed' : 'failed'] += 1
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return counts
}

/** Runs one, prints its outcome and returns whether it passed. */
export async function prove(/** @type {Proof} */ { name, proof }) {
  const started = performance.now()
  let failure = ''
  try {
    await proof()
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const outcome = failure === '' ? 'passed' : 'FAILED'
  // The first line of a failure is what .ci/run repeats at its end.
  const why = failure && `: ${onOneLine(failure)}\n${failure}`
  console.log(`${outcome} ${seconds.padStart(5)} s  ${name}${why}`)
  return failure === ''
}

/** Throws a command's output, unless it succeeded. */
export function assertSuccess(/** @type {import('./simulated-azure.mjs').Ended} */ { ok, stdout, stderr }) {
  if (!ok) throw new Error(`${stdout.slice(0, 600)}\n${stderr.slice(-1200)}`)
}

/** Throws unless they are the same JSON. */
export function assertSame(/** @type {unknown} */ found, /** @type {unknown} */ wanted) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (one !== other) throw new Error(`${one}\nis not\n${other}`)
}
