import type { RegionPlace } from '@portal/portal-api'
import { useMemo } from 'react'
import { project, type Point } from './projection.ts'
import { spreadDots } from './spread-dots.ts'

/**
 * Where the dots of regions are, by short name; a region whose place is unknown has none. It is computed again only
 * when the regions themselves change, not when something about them does.
 */
export function useDotPoints(
  places: readonly RegionPlace[],
  names: readonly string[],
  distance: number,
): ReadonlyMap<string, Point> {
  const asked = names.join(' ')
  return useMemo(() => {
    const shown = new Set(asked.split(' '))
    // In one order, so that they are spread in one way wherever they are shown.
    const found = places.filter(({ name }) => shown.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const points = spreadDots(found.map(project), distance)
    return new Map(found.map(({ name }, index) => [name, points[index] ?? [0, 0]]))
  }, [places, asked, distance])
}
