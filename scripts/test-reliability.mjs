// npm run test:reliability: one line for each promise of docs/reliability.md, proved by the tests with its ID.
//   --of-last-test: reads the results of the last "npm test", instead of running those tests again; because all tests
//   ran
//   there, those that docs/security/asvs.md names must be among them
import { readPage, summary, unproved } from './check/asvs.mjs'
import { runStep } from './run-step.mjs'
import { findHeadlessBrowser } from './test/find-browser.mjs'
import { endWith } from './test/outcome.mjs'
import { provenBy, readPromises, testsIn, testsOfPromises, verdicts } from './test/promises.mjs'
import { clearReports, readReports, runE2E, runUnit } from './test/steps.mjs'

const ofLastTest = process.argv.includes('--of-last-test')

if (!ofLastTest) {
  clearReports()
  await runUnit(['-t', testsOfPromises])
  await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 3 })
  await runE2E(findHeadlessBrowser(), ['--grep', testsOfPromises])
}

const tests = testsIn(readReports())
const lines = verdicts(readPromises(), provenBy(tests))
for (const { id, outcome, file } of lines) console.log(`${id} ${outcome.padEnd(14)} ${file}`.trimEnd())

const count = (...outcomes) => lines.filter(({ outcome }) => outcomes.includes(outcome)).length
const passed = count('passed')
const failed = count('failed', 'missing', 'no longer open')
console.log(`${passed} of ${lines.length}, ${count('open')} open`)
const faults = ofLastTest ? unproved(readPage(), tests) : []
for (const fault of faults) console.log(fault)
console.log(summary(readPage()))
// The tests of an "npm test" are counted already. If none passed, none ran.
endWith({ passed: ofLastTest ? 0 : passed, failed: failed + faults.length + (passed === 0 ? 1 : 0) })
