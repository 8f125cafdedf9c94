import { runStep, runTwoAtATime } from './run-step.mjs'
// npm test: everything a change must pass, quickest first. The last line adds up all tests; a step that fails or can't
// run counts as a failed one, so the line never says less than the exit code.
import { findHeadlessBrowser } from './test/find-browser.mjs'
import { endWith } from './test/outcome.mjs'
import { printFailures } from './test/promises.mjs'
import { clearReports, readReports, runE2E, runUnit, staticSteps } from './test/steps.mjs'

let passed = 0
let failed = 0

/** @returns {boolean} whether to go on */
function add(outcome) {
  passed += outcome.passed
  failed += outcome.failed
  return outcome.ok
}

const asStep = ({ ok }) => ({ ok, passed: 0, failed: ok ? 0 : 1 })

async function browserTests() {
  try {
    return await runE2E(findHeadlessBrowser())
  } catch (error) {
    console.log(error.message)
    return { ok: false, passed: 0, failed: 1 }
  }
}

clearReports()
// All the quick steps are run, so that one look shows every fault of theirs.
const quick = (await runTwoAtATime(staticSteps)).map((ok) => add(asStep({ ok })))

const rest = [
  ['unit tests', runUnit],
  [
    'build',
    async () =>
      asStep(await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 3 })),
  ],
  ['e2e tests', browserTests],
]
let goOn = quick.every(Boolean)
for (const [name, run] of rest) {
  if (goOn) goOn = add(await run())
  else {
    console.log(`${name.padEnd(12)} NOT RUN: an earlier step failed`)
    failed += 1
  }
}

// The end of a long log is kept: each failure reports there what it saw.
printFailures(readReports())
endWith({ passed, failed })
