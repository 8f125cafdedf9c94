import { testsIn } from '../test/promises.mjs'

const isSpec = (/** @type {string} */ path) => path.endsWith('.spec.ts')

/**
 * The tests of a guard by what runs them.
 * @param {{ tests: string[] }} guard
 * @returns {{ unit: string[], specs: string[] }} files, relative to the project's folder
 */
export function filesOf({ tests }) {
  return { unit: tests.filter((path) => !isSpec(path)), specs: tests.filter(isSpec) }
}

/**
 * For vitest's -t and Playwright's --grep: the tests whose names start with an ID, alone or in a list.
 * @param {string} id such as `S27`
 */
export function namesStartingWith(id) {
  return `(^| )([A-Z]\\d+[-, ]+)*${id}[-,: ]`
}

/**
 * What the tests of a guard said: those that start with the ID of the promise decide, if there are any.
 * @param {number | string} finding the guard's ID
 * @param {Parameters<typeof testsIn>[0]} reports
 * @returns {{ passed: number, failed: number, isNamed: boolean, why: string }} isNamed: the counts are of tests with
 *   that ID only; why: the message of the first one that failed
 */
export function outcomeOf(finding, reports) {
  const ran = testsIn(withoutSkipped(reports))
  // A finding of an earlier review is a number, which no test has as its ID: "after 2, 4 and 8 seconds" is none.
  const startsWithId = typeof finding === 'string' ? new RegExp(namesStartingWith(finding)) : undefined
  const named = ran.filter(({ title }) => startsWithId?.test(title))
  const deciding = named.length > 0 ? named : ran
  const failed = deciding.filter(({ passed }) => !passed)
  return {
    passed: deciding.length - failed.length,
    failed: failed.length,
    isNamed: named.length > 0,
    why: failed[0] === undefined ? '' : `${failed[0].title}: ${failed[0].why}`,
  }
}

// Tests that -t leaves out are in vitest's report too.
function withoutSkipped({ unit, e2e }) {
  const testResults = (unit?.testResults ?? []).map((file) => ({
    ...file,
    assertionResults: file.assertionResults.filter(({ status }) => status === 'passed' || status === 'failed'),
  }))
  return { unit: { testResults }, e2e }
}
