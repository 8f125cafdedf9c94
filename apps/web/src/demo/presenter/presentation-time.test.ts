import { expect, it } from 'vitest'
import { clockTime, elapsed, stopped, turned } from './presentation-time.ts'

it.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [12 * 60_000 + 5000, '12:05'],
  [3_725_000, '1:02:05'],
  [-1, '0:00'],
])('%i ms are %s', (ms, text) => {
  expect(clockTime(ms)).toBe(text)
})

it('a stopwatch keeps what has passed while it stands', () => {
  const running = turned(stopped, true, 1000)
  expect(elapsed(running, 3500)).toBe(2500)
  const paused = turned(running, false, 4000)
  expect(elapsed(paused, 90_000)).toBe(3000)
  expect(elapsed(turned(paused, true, 10_000), 10_500)).toBe(3500)
  // The machine's clock was put back.
  expect(elapsed(running, 500)).toBe(0)
})
