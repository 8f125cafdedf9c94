import { readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unusedSteps } from '../check/unused-steps.mjs'
import { root, runStep } from '../run-step.mjs'

const node = process.execPath
// It has an hour for all; elsewhere, a machine with other work gets the time that it needs.
const isCi = process.env.CI === 'true'

/** Checks without a test run: each takes seconds. Their limits end what hangs, also on a machine at a load of 20. */
export const staticSteps = [
  // With four checkers of a project, as usual, each would find out the same types of React and Fluent.
  { name: 'types', command: 'tsc', args: ['-b', '--checkers', '1', '--builders', '2'], minutes: 10 },
  {
    name: 'lint',
    command: 'oxlint',
    args: ['--type-aware', '--deny-warnings', '--format=unix'],
    minutes: 15,
    // Half of the cores, as another step has the rest: each thread finds out the same types too.
    env: { GOMAXPROCS: String(Math.ceil(availableParallelism() / 2)) },
  },
  { name: 'format', command: 'oxfmt', args: ['--check'], minutes: 5 },
  { name: 'arrows', command: node, args: ['scripts/check/arrows.mjs'], minutes: 5 },
  { name: 'packages', command: node, args: ['scripts/check/packages.mjs'], minutes: 5 },
  { name: 'house', command: node, args: ['scripts/check/house-rules.mjs'], minutes: 5 },
  { name: 'api-versions', command: node, args: ['scripts/check/api-versions.mjs'], minutes: 5 },
  { name: 'links', command: node, args: ['scripts/check/links.mjs'], minutes: 5 },
  { name: 'asvs', command: node, args: ['scripts/check/asvs.mjs'], minutes: 5 },
  ...unusedSteps,
]

const unitReport = join(root, 'test-results/unit.json')
const e2eReport = join(root, 'test-results/e2e.json')

/** Removes the reports of earlier runs, so that they are not mistaken for those of this one. */
export function clearReports() {
  for (const report of [unitReport, e2eReport]) rmSync(report, { force: true })
}

/** The reports of the latest tests; undefined for tests that have not run. */
export function readReports() {
  return { unit: readReport(unitReport), e2e: readReport(e2eReport) }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * A step's tests, counted: a step that failed without a failed test (it did not start, ran out of time, found no
 * test, left an unhandled error) counts as one.
 * @param {boolean} ok whether the step's command succeeded
 * @param {number} passed
 * @param {number} failed
 */
export function tally(ok, passed, failed) {
  if (passed + failed === 0) return { ok: false, passed: 0, failed: 1 }
  return { ok: ok && failed === 0, passed, failed: ok ? failed : Math.max(failed, 1) }
}

/**
 * What vitest's JSON report counts.
 * @returns passed and failed tests; a file that did not load is one failed test
 */
export function countUnit(report) {
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  // A skipped or pending test has not been passed by anyone.
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return { passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + unloaded.length + skipped }
}

/** What Playwright's JSON report counts: a flaky or skipped test is a failed one. */
export function countE2E(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  const unloaded = unexpected === 0 ? (report?.errors ?? []).length : 0
  return { passed: expected, failed: unexpected + flaky + skipped + unloaded }
}

/**
 * Runs the unit tests.
 * @param {string[]} filter arguments of vitest; without any, all tests
 */
export async function runUnit(filter = []) {
  rmSync(unitReport, { force: true })
  const { ok } = await runStep({
    name: 'unit tests',
    command: 'vitest',
    args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`, ...filter],
    minutes: isCi ? 13 : 40,
    live: true,
  })
  const { passed, failed } = countUnit(readReport(unitReport))
  return tally(ok, passed, failed)
}

/**
 * What Playwright is started with for the tests.
 * @param {string} browser its path
 */
export const withBrowser = (browser) => ({
  CHROMIUM_PATH: browser,
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'driver-shim.mjs')).href}`,
})

/**
 * Runs the tests in a browser.
 * @param {string} browser its path
 * @param {string[]} filter arguments of Playwright; without any, all tests
 */
export async function runE2E(browser, filter = []) {
  rmSync(e2eReport, { force: true })
  const { ok } = await runStep({
    name: 'e2e tests',
    command: 'playwright',
    args: ['test', ...filter],
    minutes: isCi ? 38 : 112,
    live: true,
    env: { ...withBrowser(browser), PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
  })
  const { passed, failed } = countE2E(readReport(e2eReport))
  return tally(ok, passed, failed)
}
