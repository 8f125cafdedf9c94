import type { Point } from './projection.ts'

const ways: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/**
 * The dot that an arrow key leads to: the nearest one in its direction, where what lies aside counts double. Undefined
 * if there is none, or for another key.
 */
export function nearestDot(points: ReadonlyMap<string, Point>, from: string, key: string): string | undefined {
  const [here, way] = [points.get(from), ways[key]]
  if (here === undefined || way === undefined) return undefined
  let [nearest, least] = [undefined as string | undefined, Infinity]
  for (const [name, [x, y]] of points) {
    const [dx, dy] = [x - here[0], y - here[1]]
    const ahead = dx * way[0] + dy * way[1]
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0])
    if (ahead <= 0 || aside > ahead * 2 || ahead + 2 * aside >= least) continue
    ;[nearest, least] = [name, ahead + 2 * aside]
  }
  return nearest
}
