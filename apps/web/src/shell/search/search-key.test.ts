// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { asksForSearch } from './search-key.ts'

const asks = (key: string, pressed: KeyboardEventInit = {}) =>
  asksForSearch(new KeyboardEvent('keydown', { key, ...pressed }))

it('is asked for with Ctrl+K, also in capitals, and by no other keys', () => {
  expect([asks('k', { ctrlKey: true }), asks('K', { ctrlKey: true })]).toEqual([true, true])
  expect([asks('k'), asks('j', { ctrlKey: true })]).toEqual([false, false])
  expect([asks('k', { ctrlKey: true, shiftKey: true }), asks('k', { ctrlKey: true, altKey: true })]).toEqual([
    false,
    false,
  ])
})
