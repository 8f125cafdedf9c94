import { describe, expect, it } from 'vitest'
import { nearestDot } from './nearest-dot.ts'

const points = new Map([
  ['centre', [100, 100]],
  ['east', [160, 110]],
  ['farEast', [300, 100]],
  ['north', [110, 40]],
  ['southWest', [60, 150]],
] as const)

describe('an arrow key leads to', () => {
  it.each([
    ['ArrowRight', 'centre', 'east'],
    ['ArrowRight', 'east', 'farEast'],
    ['ArrowUp', 'centre', 'north'],
    ['ArrowLeft', 'centre', 'southWest'],
    ['ArrowLeft', 'farEast', 'east'],
    ['ArrowRight', 'farEast', undefined],
    ['Enter', 'centre', undefined],
  ])('%s from %s: %s', (key, from, to) => {
    expect(nearestDot(points, from, key)).toBe(to)
  })

  it('each region in some way', () => {
    const reached = new Set(['centre'])
    // It visits those that it adds, too.
    for (const name of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
        reached.add(nearestDot(points, name, key) ?? name)
    expect(reached.size).toBe(points.size)
  })
})
