import { expect, it } from 'vitest'
import { errorAt, isAtOrBelow, isBlocking, issue, mergedIssues, warningAt } from './issue.ts'

it.each([
  [['targetRegions', 0, 'name'], ['targetRegions'], true],
  [['targetRegions', 0, 'name'], ['targetRegions', 0], true],
  [['targetRegions', 0, 'name'], ['targetRegions', 0, 'name'], true],
  [['targetRegions', 10, 'name'], ['targetRegions', 1], false],
  [['targetRegions'], ['targetRegions', 0], false],
  [['tags', 0, 'name'], ['targetRegions'], false],
  [['name'], [], true],
])('%j is at or below %j: %s', (path, prefix, below) => {
  expect(isAtOrBelow(path, prefix)).toBe(below)
})

it('blocks or does not, and travels as JSON', () => {
  const issues = [
    errorAt(['name'], 'VersionNameInvalid', { name: '1.0' }),
    warningAt(['endOfLifeDate'], 'EndOfLifeDateRequired', {}),
  ]
  expect(issues.map(isBlocking)).toEqual([true, false])
  for (const one of issues) expect(issue.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
})

it.each(['NoSuchCode', 'toString', '__proto__', 7])('refuses the code %j', (code) => {
  expect(issue.safeParse({ code, path: [], params: {}, severity: 'error' }).success).toBe(false)
})

it('keeps an issue of the server at another cell than the one known, and says the same of one cell once', () => {
  const setRequired = (region: number) =>
    errorAt(['targetRegions', region, 'encryption', 'osDiskImage'], 'DiskEncryptionSetRequired', {
      disk: 'os',
      region: 'westus',
    })
  const nameTaken = errorAt(['name'], 'VersionNameExists', { name: '1.0.0' })
  expect(mergedIssues([setRequired(0)], [setRequired(0), setRequired(1), nameTaken])).toEqual([
    setRequired(0),
    setRequired(1),
    nameTaken,
  ])
})
