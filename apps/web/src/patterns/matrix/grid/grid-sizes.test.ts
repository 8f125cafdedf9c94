import { expect, it } from 'vitest'
import { columnWidth, sizes } from './grid-sizes.ts'

it.each([
  ['two disks share all the room', 2, 852, 338],
  ['three as well, down to 200 pixels', 3, sizes.rowHead + 600, 200],
  ['more have a fixed width, and scroll', 4, sizes.rowHead + 600, sizes.column],
  ['one is not as wide as a screen', 1, 3800, 640],
])('%s', (_, count, width, expected) => {
  expect(columnWidth(count, width)).toBe(expected)
})
