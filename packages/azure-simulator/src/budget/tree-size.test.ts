import { expect, it } from 'vitest'
import type { Json } from '../json.ts'
import { treeSize } from './tree-size.ts'

it('is about as long as the JSON of the value', () => {
  const value = { name: 'disk-1', tags: { a: 'b' }, zones: ['1', '2'], size: 4, none: null }
  const { characters, depth } = treeSize(value)
  expect(Math.abs(characters - JSON.stringify(value).length)).toBeLessThan(15)
  expect(depth).toBe(2)
})

it('counts what is there twice twice, and looks at it once', () => {
  let value: Json = 'x'
  for (let level = 0; level < 60; level += 1) value = [value, value]
  expect(treeSize(value).characters).toBeGreaterThan(2 ** 60)
  expect(treeSize(value).depth).toBe(60)
})
