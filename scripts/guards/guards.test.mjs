import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { everyGuard } from './every-guard.mjs'
import { guards } from './guards.mjs'

it('each of the thirteen findings has a guard', () => {
  const findings = guards.map(({ finding }) => finding).filter((finding) => typeof finding === 'number')
  expect(findings).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
})

it.each(everyGuard)(
  'the guard of finding $finding is where "npm run test:guards" removes it',
  ({ file, text, tests }) => {
    expect(readFileSync(join(root, file), 'utf8').split(text)).toHaveLength(2)
    for (const test of tests) expect(existsSync(join(root, test))).toBe(true)
  },
)
