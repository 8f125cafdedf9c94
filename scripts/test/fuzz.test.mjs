import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fuzzed, fuzzingAsked, seedFiles } from '../fuzz.mjs'
import { root } from '../run-step.mjs'

it('takes a target, minutes and the seed to begin with', () => {
  expect(fuzzingAsked(['query', '0.5', '--from', '7'])).toEqual({ target: 'query', minutes: 0.5, from: 7 })
})

it('begins at a seed of its own if none is given', () => {
  expect(fuzzingAsked(['body', '1'])?.from).toBeGreaterThan(0)
})

it.each([
  [[]],
  [['body']],
  [['constructor', '1']],
  [['body', '0']],
  [['body', '241']],
  [['body', 'x']],
  [['body', '1', '2']],
])('does not take %j', (args) => {
  expect(fuzzingAsked(args)).toBeUndefined()
})

it('stops at the first seed that fails, and says which', async () => {
  const tried = (seed) => {
    if (seed === 12) throw new Error('wrong')
  }
  expect(await fuzzed(tried, { from: 10, until: Infinity })).toEqual({ count: 2, found: { seed: 12, why: 'wrong' } })
})

it('stops when its time is up', async () => {
  expect(await fuzzed(() => {}, { from: 0, until: performance.now() - 1 })).toEqual({ count: 0 })
})

it.each(Object.entries(seedFiles))('keeps the seeds of %s in a file that is there', (_, path) => {
  expect(existsSync(join(root, path))).toBe(true)
})
