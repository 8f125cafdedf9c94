import { describe, expect, it } from 'vitest'
import { manualClock, systemClock } from './clock.ts'

describe('a manual clock', () => {
  it('stands still until it is told to move, and never goes back', () => {
    const clock = manualClock('2025-12-01T12:00:00Z')
    const start = clock.now()
    expect(new Date(start).toISOString()).toBe('2025-12-01T12:00:00.000Z')
    clock.advance(90_000)
    expect(clock.now() - start).toBe(90_000)
    expect(() => clock.advance(-1)).toThrow(RangeError)
    expect(() => manualClock('soon')).toThrow(RangeError)
  })
})

describe('a system clock', () => {
  it('starts at the machine’s time and keeps what it reached when its rate changes', () => {
    const clock = systemClock({ rate: 1_000_000 })
    const started = performance.now()
    const before = clock.now()
    while (performance.now() - started < 2);
    const reached = clock.now()
    expect(reached - before).toBeGreaterThanOrEqual(1_900_000)
    clock.setRate(1)
    const most = (performance.now() - started) * 1_000_000
    expect(clock.rate).toBe(1)
    expect(clock.now()).toBeGreaterThanOrEqual(reached)
    while (performance.now() - started < 8);
    expect(clock.now() - before).toBeLessThan(most + 3_600_000)
  })

  it('starts where it is told to, and jumps ahead', () => {
    const clock = systemClock({ startAt: Date.parse('2030-01-01T00:00:00Z') })
    clock.advance(86_400_000)
    expect(new Date(clock.now()).toISOString()).toMatch(/^2030-01-02T00:00/)
    expect(() => clock.advance(-1)).toThrow(RangeError)
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('does not run %s times as fast', (rate) => {
    expect(() => systemClock({ rate })).toThrow(RangeError)
  })
})
