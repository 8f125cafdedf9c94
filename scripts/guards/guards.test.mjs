import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { readPromises } from '../test/promises.mjs'
import { everyGuard } from './every-guard.mjs'
import { guards } from './guards.mjs'

it('each of the thirteen findings has a guard', () => {
  const findings = guards.map(({ finding }) => finding).filter((finding) => typeof finding === 'number')
  expect(findings).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
})

/** Promises that a browser test names as a whole; unit tests with their IDs notice the removal of their guards. */
const noticedByUnitTests = ['D22', 'F52', 'F67']

it('each promise has a guard, whose removal the test is to notice that docs/reliability.md names', () => {
  const isGuarded = ({ id, file }) =>
    everyGuard.some(({ finding, tests }) => finding === id && (tests.includes(file) || noticedByUnitTests.includes(id)))
  const proven = readPromises().filter(({ file }) => file !== undefined)
  expect(proven.filter((promise) => !isGuarded(promise))).toEqual([])
})

it.each(everyGuard)(
  'the guard of finding $finding is where "npm run test:guards" removes it',
  ({ file, text, without, tests }) => {
    expect(readFileSync(join(root, file), 'utf8').split(text)).toHaveLength(2)
    expect(without).not.toBe(text)
    for (const test of tests) expect(existsSync(join(root, test))).toBe(true)
  },
)
