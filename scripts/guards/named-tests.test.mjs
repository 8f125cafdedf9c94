import { describe, expect, it } from 'vitest'
import { filesOf, namesStartingWith, outcomeOf } from './named-tests.mjs'

it('browser tests are run apart from unit tests', () => {
  const tests = ['apps/bff/src/app.test.ts', 'e2e/portal/faults.spec.ts']
  expect(filesOf({ tests })).toEqual({ unit: ['apps/bff/src/app.test.ts'], specs: ['e2e/portal/faults.spec.ts'] })
})

it.each([
  ['S27: an ID', true],
  ['a group S27: an ID', true],
  ['F32, S27: an ID', true],
  ['X05 S27 an ID', true],
  ['S270: an ID', false],
  ['an attack as in S27', false],
  ['S26: an ID', false],
])('a test is run by the ID at the start of its name: %s', (name, isRun) => {
  expect(new RegExp(namesStartingWith('S27')).test(name)).toBe(isRun)
})

describe('what tests said without a guard', () => {
  const test = (title, status) => ({ title, status, failureMessages: status === 'failed' ? ['expected 1'] : [] })
  const unit = (...assertionResults) => ({ unit: { testResults: [{ name: '/a.test.ts', assertionResults }] } })

  it('is what those with the ID said, where there are some', () => {
    const reports = unit(test('S36: refused', 'passed'), test('another', 'failed'), test('left out', 'skipped'))
    expect(outcomeOf('S36', reports)).toEqual({ passed: 1, failed: 0, isNamed: true, why: '' })
  })

  it('is what all said otherwise', () => {
    const reports = unit(test('refused', 'failed'), test('sent again after 2, 3 and 8 seconds', 'passed'))
    expect(outcomeOf(3, reports)).toEqual({ passed: 1, failed: 1, isNamed: false, why: 'refused: expected 1' })
  })

  it('is nothing where nothing could run', () => {
    expect(outcomeOf('S36', { unit: undefined, e2e: undefined })).toMatchObject({ passed: 0, failed: 0 })
  })
})
