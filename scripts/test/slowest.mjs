import { relative } from 'node:path'
import { root } from '../run-step.mjs'
import { slowGroups } from './slow-groups.mjs'

/**
 * The tests of both reports, slowest first. A unit test includes its beforeEach and afterEach.
 * @param {{ unit?: object, e2e?: object }} reports as `readReports` returns them
 * @returns {{ title: string, file: string, ms: number }[]} file: relative to the project's folder
 */
export function slowestFirst({ unit, e2e }) {
  const ofUnit = (unit?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, duration }) => ({
      title,
      file: relative(root, name).replaceAll('\\', '/'),
      ms: duration ?? 0,
    })),
  )
  return [...ofUnit, ...(e2e?.suites ?? []).flatMap(specsOf)].sort((one, other) => other.ms - one.ms)
}

function specsOf({ specs = [], suites = [] }) {
  const own = specs.map(({ title, file, tests }) => ({
    title,
    file: `e2e/${file}`,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  }))
  return [...own, ...suites.flatMap(specsOf)]
}

/** Why the tests of a file take long; undefined if no group of slow-groups.mjs has it. */
export function reasonOf(file) {
  return slowGroups.find(({ files }) => files.test(file))?.reason
}
