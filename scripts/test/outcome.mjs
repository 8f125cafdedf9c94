/**
 * What came of the tests of a command.
 * @typedef {{ passed: number, failed: number, said?: string | undefined }} Outcome said: what went wrong
 */

/** @returns {{ passed: number, failed: number }} of all together */
export function sumOf(/** @type {Outcome[]} */ outcomes) {
  const sum = (/** @type {'passed' | 'failed'} */ what) => outcomes.reduce((all, outcome) => all + outcome[what], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

/**
 * Prints what went wrong and the closing line that .ci/run reads, and ends this process: it might still have timers.
 */
export function endWith(/** @type {Outcome} */ { passed, failed, said }) {
  if (said) console.log(said)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
