import type { Point } from './projection.ts'

/** A name beside its dot: where its baseline starts, or ends if `anchor` says so. */
export interface DotLabel {
  x: number
  y: number
  anchor: 'start' | 'end'
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const [letter, height, gap] = [12, 24, 20]

/**
 * Where the names of dots fit without covering a dot or another name, in the map's units: at the right, or else at the
 * left. Names are placed in order; one that fits nowhere is undefined.
 */
export function dotLabels(
  points: readonly Point[],
  names: readonly string[],
  mapWidth: number,
): (DotLabel | undefined)[] {
  const taken = points.map(([x, y]) => around(x - gap / 2, x + gap / 2, y))
  return points.map(([x, y], index) => {
    const width = (names[index] ?? '').length * letter
    for (const anchor of ['start', 'end'] as const) {
      const box = anchor === 'start' ? around(x + gap, x + gap + width, y) : around(x - gap - width, x - gap, y)
      if (box.left < 0 || box.right > mapWidth || taken.some((other) => isOver(box, other))) continue
      taken.push(box)
      return { x: anchor === 'start' ? x + gap : x - gap, y: y + height / 3, anchor }
    }
    return undefined
  })
}

function around(left: number, right: number, y: number): Box {
  return { left, right, top: y - height / 2, bottom: y + height / 2 }
}

function isOver(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
