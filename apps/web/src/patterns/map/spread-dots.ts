import { mapSize, type MapView, type Point } from './projection.ts'

const mostRounds = 100
/** as far as a dot reaches */
const edge = 20

/**
 * The points moved apart until each two are at least `distance` away from each other, as far as possible in a hundred
 * rounds; none leaves the sheet. The same points in the same order always give the same result.
 */
export function spreadDots(
  points: readonly Point[],
  distance: number,
  sheet: Pick<MapView, 'width' | 'height'> = mapSize,
): Point[] {
  const spread = points.map(([x, y]): [number, number] => [x, y])
  for (let round = 0; round < mostRounds && push(spread, distance); round += 1)
    for (const point of spread) {
      point[0] = within(point[0], sheet.width)
      point[1] = within(point[1], sheet.height)
    }
  return spread
}

function within(place: number, size: number): number {
  return Math.min(Math.max(place, edge), size - edge)
}

/** Moves each two that are too close half of the way apart; false if there were none. */
function push(points: [number, number][], distance: number): boolean {
  let isCrowded = false
  for (const [index, one] of points.entries())
    for (const other of points.slice(index + 1)) {
      const [dx, dy] = [other[0] - one[0], other[1] - one[1]]
      // Most are far apart, so this comes before the root.
      if (Math.abs(dx) >= distance || Math.abs(dy) >= distance) continue
      const apart = Math.hypot(dx, dy)
      if (apart >= distance - 0.5) continue
      isCrowded = true
      // Two in the same place part in a direction of their own, so that several do not stay on one line.
      const [wayX, wayY] = apart < 0.01 ? [Math.cos(index), Math.sin(index)] : [dx / apart, dy / apart]
      const step = (distance - apart) / 2
      one[0] -= wayX * step
      one[1] -= wayY * step
      other[0] += wayX * step
      other[1] += wayY * step
    }
  return isCrowded
}
