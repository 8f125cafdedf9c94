import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../run-step.mjs'

/** How the names of tests that prove a promise start: `S27: …`, `S20-S24: …`, `F03, F05: …`, `X05 X12 …`. */
const idsAtStart = /^([DFWSX]\d\d(?:(?:-|,? )[DFWSX]\d\d)*):? /

/** For vitest's -t and Playwright's --grep, which both look at the names of the groups too. */
export const testsOfPromises = '(^| )[DFWSX]\\d\\d[-,: ]'

/**
 * The IDs at the start of a test's name.
 * @param {string} title
 * @returns {string[]}
 */
export function idsOf(title) {
  const named = idsAtStart.exec(title)?.[1]
  if (named === undefined) return []
  return named.split(/,? /).flatMap((part) => {
    const [first, last = first] = part.split('-')
    const numbers = range(Number(first.slice(1)), Number(last.slice(1)))
    return numbers.map((number) => `${first[0]}${String(number).padStart(2, '0')}`)
  })
}

const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

/**
 * The promises in docs/reliability.md: one row an id, `| S27 | the promise | the test's file, or open |`.
 * @param {string} text of that page
 * @returns {{ id: string, file: string | undefined }[]} file: undefined while no test proves the promise
 */
export function promisesIn(text) {
  return [...text.matchAll(/^\| ([DFWSX]\d\d) +\|.*\| (?:open|\[[^\]]*\]\(\.\.\/([^)]+)\)) +\|$/gm)].map(
    ([, id, file]) => ({ id, file }),
  )
}

export function readPromises() {
  return promisesIn(readFileSync(join(root, 'docs/reliability.md'), 'utf8'))
}

/**
 * The tests of both reports.
 * @returns {{ title: string, file: string, passed: boolean, why: string }[]} file: relative to the project's folder;
 * why:
 *   the start of a failed one's message, on one line
 */
export function testsIn({ unit, e2e }) {
  const ofUnit = (unit?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status, failureMessages = [] }) => ({
      title,
      file: relative(root, name).replaceAll('\\', '/'),
      passed: status === 'passed',
      why: onOneLine(failureMessages[0]),
    })),
  )
  return [...ofUnit, ...(e2e?.suites ?? []).flatMap(specsOf)]
}

/** Prints a line for each failed test of both reports, which .ci/run repeats at its end. */
export function printFailures(reports) {
  for (const { file, title, why } of testsIn(reports).filter((test) => !test.passed))
    console.log(`FAILED ${file}: ${title}: ${why}`)
}

/**
 * The tests whose names start with an ID, one entry per ID.
 * @returns {{ id: string, file: string, passed: boolean }[]}
 */
export function provenBy(tests) {
  return tests.flatMap(({ title, file, passed }) => idsOf(title).map((id) => ({ id, file, passed })))
}

/** The start of a failure's message, on one line. */
export function onOneLine(message = '') {
  return stripVTControlCharacters(message).replace(/\s+/g, ' ').trim().slice(0, 600)
}

// A flaky or skipped test proves nothing.
function specsOf({ specs = [], suites = [] }) {
  const own = specs.map(({ title, file, tests }) => ({
    title,
    file: `e2e/${file}`,
    passed: tests.length > 0 && tests.every(({ status }) => status === 'expected'),
    why: tests
      .flatMap(({ results = [] }) => results.flatMap(({ errors = [] }) => errors))
      .map(({ message, location }) => onOneLine(location ? `line ${location.line}: ${message}` : message))
      .join(' '),
  }))
  return [...own, ...suites.flatMap(specsOf)]
}

/**
 * The result of each promise, in the order of the page.
 * @returns {{ id: string, outcome: 'passed' | 'failed' | 'missing' | 'open' | 'no longer open', file: string }[]}
 * missing:
 *   its file has no test with that name; no longer open: there is a test, but the page does not name it
 */
export function verdicts(promises, tests) {
  return promises.map(({ id, file }) => {
    const of = tests.filter((test) => test.id === id)
    const failed = of.find((test) => !test.passed)
    if (failed) return { id, outcome: 'failed', file: failed.file }
    if (file === undefined) return { id, outcome: of.length > 0 ? 'no longer open' : 'open', file: of[0]?.file ?? '' }
    return { id, outcome: of.some((test) => test.file === file) ? 'passed' : 'missing', file }
  })
}
