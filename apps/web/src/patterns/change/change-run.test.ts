import { expect, it } from 'vitest'
import { runChanges } from './change-run.tsx'

it('makes no more changes at once than allowed, and each once', async () => {
  let running = 0
  let most = 0
  const made: number[] = []
  await runChanges([1, 2, 3, 4, 5, 6, 7], {
    atOnce: 3,
    make: async (change) => {
      most = Math.max(most, ++running)
      await Promise.resolve()
      made.push(change)
      running -= 1
    },
    onTurn: () => undefined,
  })
  expect(most).toBe(3)
  expect(made.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

it('makes no other change once it is stopped', async () => {
  const made: number[] = []
  await runChanges([1, 2, 3], {
    atOnce: 1,
    make: (change) => Promise.resolve(void made.push(change)),
    onTurn: () => undefined,
    isStopped: () => made.length === 2,
  })
  expect(made).toEqual([1, 2])
})

it('goes on after one that fails, and says why', async () => {
  const turns: string[] = []
  await runChanges(['a', 'b', 'c'], {
    atOnce: 1,
    make: (change) => (change === 'b' ? Promise.reject(new Error('refused')) : Promise.resolve()),
    onTurn: (change, state, error) =>
      turns.push(`${change} ${state}${error instanceof Error ? ` ${error.message}` : ''}`),
  })
  expect(turns).toEqual(['a running', 'a done', 'b running', 'b failed refused', 'c running', 'c done'])
})
