import { expect, it } from 'vitest'
import { project } from './projection.ts'
import { spreadDots } from './spread-dots.ts'

// oxfmt-ignore
const europe = [
  [48.2, 16.4], [50.8, 4.4], [55.7, 12.6], [46.4, 2.4], [43.8, 2.2], [53.1, 8.8], [50.1, 8.7], [45.5, 9.2], [53.3, -6.3],
  [59.9, 10.8], [59, 5.7], [52.2, 21], [40.4, 3.4], [60.7, 17.1], [47.5, 8.6], [46.2, 6.1], [50.9, -0.8], [53.4, -3.1], [52.4, 4.9],
] as const

/** The smallest distance between two of the points. */
const closest = (points: readonly (readonly [number, number])[]) =>
  Math.min(
    ...points.flatMap(([x, y], index) =>
      points.slice(index + 1).map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y)),
    ),
  )

it('leaves points where they are that have room', () => {
  const points = [
    [20, 20],
    [120, 20],
    [20, 120],
  ] as const
  expect(spreadDots(points, 30)).toEqual(points)
})

it('moves as many as in Europe apart, and none far', () => {
  const crowd = europe.map(([latitude, longitude]) => project({ latitude, longitude }))
  const spread = spreadDots(crowd, 30)
  expect(closest(crowd)).toBeLessThan(10)
  expect(closest(spread)).toBeGreaterThan(29)
  const moved = spread.map(([x, y], index) =>
    Math.hypot(x - (crowd[index]?.[0] ?? NaN), y - (crowd[index]?.[1] ?? NaN)),
  )
  expect(Math.max(...moved)).toBeLessThan(75)
})

it('parts several in one place, always in the same way', () => {
  const one = Array.from({ length: 4 }, (): [number, number] => [50, 50])
  expect(closest(spreadDots(one, 20))).toBeGreaterThan(19)
  expect(spreadDots(one, 20)).toEqual(spreadDots(one, 20))
})

it('lets none leave the map', () => {
  const atTheEdge = Array.from({ length: 9 }, (_, index): [number, number] => [600, 30 + index])
  expect(Math.min(...spreadDots(atTheEdge, 40).map(([, y]) => y))).toBe(20)
})
