import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { idsOf, promisesIn, provenBy, readPromises, testsIn, verdicts } from './promises.mjs'

describe('the ids that a name begins with', () => {
  it.each([
    ['S27: a name that climbs', ['S27']],
    ['S20-S24: writes of other sites', ['S20', 'S21', 'S22', 'S23', 'S24']],
    ['F03, F05: found', ['F03', 'F05']],
    ['a test of S27: none', []],
    ['X05 X12 a script', ['X05', 'X12']],
    ['S270: no id', []],
    ['S27', []],
  ])('%s', (title, ids) => {
    expect(idsOf(title)).toEqual(ids)
  })
})

it('the page has each promise once, and none is lost', () => {
  const ids = readPromises().map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
  const first = ['F01-F44: ', 'W01-W15: ', 'S01-S46: ', 'D01-D09: ', 'X01-X13: '].flatMap(idsOf)
  expect(ids).toEqual(expect.arrayContaining(first))
})

it('a row names the test, or says that there is none', () => {
  const page = '| F01 | killed | [a.spec.ts](../e2e/a.spec.ts) |\n| F02 | killed again | open |'
  expect(promisesIn(page)).toEqual([
    { id: 'F01', file: 'e2e/a.spec.ts' },
    { id: 'F02', file: undefined },
  ])
})

it('the reports of both runners tell which tests prove what', () => {
  const unit = {
    testResults: [
      { name: join(root, 'a.test.ts'), assertionResults: [{ title: 'S01-S02: refused', status: 'passed' }] },
      { name: join(root, 'b.test.ts'), assertionResults: [{ title: 'S01: skipped', status: 'pending' }] },
    ],
  }
  const spec = (title, status) => ({ title, file: 'c.spec.ts', tests: [{ status }] })
  const e2e = { suites: [{ specs: [spec('F01: x', 'expected')], suites: [{ specs: [spec('F02: y', 'flaky')] }] }] }
  expect(provenBy(testsIn({ unit, e2e }))).toEqual([
    { id: 'S01', file: 'a.test.ts', passed: true },
    { id: 'S02', file: 'a.test.ts', passed: true },
    { id: 'S01', file: 'b.test.ts', passed: false },
    { id: 'F01', file: 'e2e/c.spec.ts', passed: true },
    { id: 'F02', file: 'e2e/c.spec.ts', passed: false },
  ])
})

it.each([
  ['passed', 'a', [{ file: 'a', passed: true }]],
  [
    'failed',
    'a',
    [
      { file: 'a', passed: true },
      { file: 'b', passed: false },
    ],
  ],
  ['missing', 'a', []],
  ['missing', 'a', [{ file: 'b', passed: true }]],
  ['open', undefined, []],
  ['no longer open', undefined, [{ file: 'b', passed: true }]],
])('a promise is %s', (outcome, file, tests) => {
  const [verdict] = verdicts(
    [{ id: 'S01', file }],
    tests.map((test) => ({ id: 'S01', ...test })),
  )
  expect(verdict.outcome).toBe(outcome)
})

it('a failed test of either runner says on one line what it saw', () => {
  const failed = { title: 'a', status: 'failed', failureMessages: ['expected 1\n  to be 2\n    at a.test.ts:1'] }
  const unit = { testResults: [{ name: join(root, 'a.test.ts'), assertionResults: [failed] }] }
  // A soft failure of axe, or what a click waited for, is long: it must not hide the errors after it.
  const waiting = 'waiting '.repeat(100)
  const location = { file: 'b.spec.ts', line: 7, column: 1 }
  const errors = [
    { message: '\u001b[31mTest timeout of 120000ms exceeded.\u001b[39m' },
    { message: `Timed out\n\n${waiting}`, location },
    { message: 'Received: "Nobody"', location },
  ]
  const results = [{ errors }]
  const spec = { title: 'b', file: 'portal/b.spec.ts', tests: [{ status: 'unexpected', results }] }
  expect(testsIn({ unit, e2e: { suites: [{ specs: [spec] }] } }).map(({ why }) => why)).toEqual([
    'expected 1 to be 2 at a.test.ts:1',
    `Test timeout of 120000ms exceeded. ${`line 7: Timed out ${waiting}`.slice(0, 600)} line 7: Received: "Nobody"`,
  ])
})
