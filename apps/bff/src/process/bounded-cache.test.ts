import { expect, it } from 'vitest'
import { keepNewest } from './bounded-cache.ts'

it('keeps as many as it may, those put in last', () => {
  const cache = new Map<string, number>()
  for (const [index, key] of ['a', 'b', 'a', 'c'].entries()) keepNewest(cache, [key, index], 3)
  expect([...cache]).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 3],
  ])
  keepNewest(cache, ['d', 4], 3)
  expect([...cache.keys()]).toEqual(['a', 'c', 'd'])
})
