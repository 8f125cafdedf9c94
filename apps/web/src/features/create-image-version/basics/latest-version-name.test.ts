import { expect, it } from 'vitest'
import { latestVersionName } from './latest-version-name.ts'

it('compares the parts as numbers', () => {
  expect(latestVersionName(['1.9.0', '1.10.0', '1.2.30'])).toBe('1.10.0')
})

it('knows none where there is none', () => {
  expect(latestVersionName([])).toBeUndefined()
})
