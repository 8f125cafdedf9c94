import { expect, it } from 'vitest'
import { bombs } from './bombs.ts'
import { waitingOfNeighbour } from './neighbour.ts'

// `npm run bench -- neighbour` measures it with a thousand bombs, on a machine that does nothing else.
it('keeps nobody else waiting while every known bomb is sent', async () => {
  const { median, longest, sent } = await waitingOfNeighbour({ generated: 20 })
  expect([...sent.values()].reduce((sum, count) => sum + count, 0)).toBe(bombs.length + 20)
  expect([...sent.keys()].filter((status) => status >= 500)).toEqual([])
  expect(median).toBeLessThan(1_000)
  expect(longest).toBeLessThan(10_000)
})
