import { anInventory, aPlan } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { endOfLifeDateIssues } from './end-of-life-date.ts'

it.each<[string, string, string[]]>([
  ['2026-11-24T12:00:00Z', '', []],
  ['2026-11-24T12:00:00Z', '2026-11-25', []],
  ['2026-11-24T12:00:00Z', '2026-11-24', ['EndOfLifeDatePast']],
  ['2026-11-24T00:00:00Z', '2026-11-24', ['EndOfLifeDatePast']],
  ['2026-11-23T23:59:59Z', '2026-11-24', []],
  ['2026-11-24T23:30:00-05:00', '2026-11-25', ['EndOfLifeDatePast']],
  ['2026-11-24T12:00:00Z', '2020-12-01', ['EndOfLifeDatePast']],
  ['2026-11-24T12:00:00Z', '2028-02-29', []],
  ['2026-11-24T12:00:00Z', '2027-02-29', ['EndOfLifeDateInvalid']],
  ['2026-11-24T12:00:00Z', '2027-13-01', ['EndOfLifeDateInvalid']],
  ['2026-11-24T12:00:00Z', '2027-00-10', ['EndOfLifeDateInvalid']],
  ['2026-11-24T12:00:00Z', '2027-1-1', ['EndOfLifeDateInvalid']],
  ['2026-11-24T12:00:00Z', '01/12/2027', ['EndOfLifeDateInvalid']],
  ['2026-11-24T12:00:00Z', '2027-12-01T00:00:00Z', ['EndOfLifeDateInvalid']],
  ['2026-11-24T12:00:00Z', 'tomorrow', ['EndOfLifeDateInvalid']],
])('at %s, %j gives %j', (now, endOfLifeDate, codes) => {
  const issues = endOfLifeDateIssues(aPlan({ endOfLifeDate }), anInventory({ now }))
  expect(issues.map(({ code }) => code)).toEqual(codes)
})

it('does not warn of a lock that has a date', () => {
  const plan = aPlan({ blockDeletionBeforeEndOfLife: true, endOfLifeDate: '2027-12-01' })
  expect(endOfLifeDateIssues(plan, anInventory())).toEqual([])
})
