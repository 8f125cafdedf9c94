import { expect, it } from 'vitest'
import { keyedMutex } from './mutex.ts'

it('runs the tasks of one key one after the other, and lets other keys pass', async () => {
  const inTurn = keyedMutex()
  const order: string[] = []
  const first = Promise.withResolvers<void>()
  const task = (name: string, until?: Promise<void>) => async () => {
    order.push(`${name} begins`)
    await until
    order.push(`${name} ends`)
    return name
  }
  const all = [inTurn('a', task('one', first.promise)), inTurn('a', task('two')), inTurn('b', task('other'))]
  expect(await all[2]).toBe('other')
  first.resolve()
  expect(await Promise.all(all)).toEqual(['one', 'two', 'other'])
  expect(order).toEqual(['one begins', 'other begins', 'other ends', 'one ends', 'two begins', 'two ends'])
})

it('goes on after a task that failed', async () => {
  const inTurn = keyedMutex()
  const failed = inTurn('a', () => Promise.reject(new Error('no')))
  const next = inTurn('a', () => Promise.resolve('yes'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
