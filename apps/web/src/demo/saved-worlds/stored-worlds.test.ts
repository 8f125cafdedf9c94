import { expect, it } from 'vitest'
import { longestWorld, worldFromText } from './stored-worlds.ts'

const world = { format: 'simulated-azure-world', version: 1, clock: { now: 1, rate: null }, resources: [] }

it('finds the world in a file, with all that the portal does not read', () => {
  expect(worldFromText(JSON.stringify(world))).toEqual(world)
})

it.each([
  ['nothing', ''],
  ['no JSON', 'PK\u0003\u0004'],
  ['a plan', JSON.stringify({ format: 'image-version-plan' })],
  ['a world without a time', JSON.stringify({ ...world, clock: {} })],
  ['too much', JSON.stringify({ ...world, resources: 'x'.repeat(longestWorld) })],
])('finds none in a file with %s', (_, text) => {
  expect(worldFromText(text)).toBeUndefined()
})
