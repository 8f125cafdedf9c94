import { expect, it } from 'vitest'
import { latestVersionName, proposedVersionNames } from './version-numbers.ts'

it.each([
  [['1.0.0', '1.10.0', '1.9.0'], '1.10.0'],
  [['2.0.0', '10.0.0'], '10.0.0'],
  [[], undefined],
])('the latest of %j is %s', (names, latest) => {
  expect(latestVersionName(names)).toBe(latest)
})

const namesOf = (...of: Parameters<typeof proposedVersionNames>) => proposedVersionNames(...of).map(({ name }) => name)

it('proposes the next patch, minor and major version after the latest, compared as numbers', () => {
  expect(namesOf(['1.9.4', '1.10.2', '1.0.0'])).toEqual(['1.10.3', '1.11.0', '2.0.0'])
})

it('proposes 1.0.0 for the first version of a definition', () => {
  expect(namesOf([])).toEqual(['1.0.0'])
})

it('passes over numbers that are in the recycle bin', () => {
  expect(namesOf(['1.1.0'], ['1.1.1', '1.1.2', '2.0.0'])).toEqual(['1.1.3', '1.2.0', '3.0.0'])
  expect(namesOf([], ['1.0.0'])).toEqual(['2.0.0'])
})

it('proposes no number that Azure refuses as too high', () => {
  expect(namesOf(['1.2147483647.2147483647'])).toEqual(['2.0.0'])
})
