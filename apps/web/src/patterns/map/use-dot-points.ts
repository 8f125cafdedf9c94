import type { RegionPlace } from '@portal/portal-api'
import { useMemo } from 'react'
import { onSheet, project, viewAround, wholeMap, type MapView, type Point } from './projection.ts'
import { spreadDots } from './spread-dots.ts'

export interface DotPoints {
  /** by short name; a region whose place is unknown has none */
  points: ReadonlyMap<string, Point>
  view: MapView
}

/**
 * Where the dots of regions are, on the whole map or on the part of it around them. It is computed again only when the
 * regions themselves change, not when something about them does.
 */
export function useDotPoints(
  places: readonly RegionPlace[],
  names: readonly string[],
  { distance, isZoomed = false }: { distance: number; isZoomed?: boolean },
): DotPoints {
  const asked = names.join(' ')
  return useMemo(() => {
    const shown = new Set(asked.split(' '))
    // In one order, so that they are spread in one way wherever they are shown.
    const found = places.filter(({ name }) => shown.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const onMap = found.map(project)
    const view = isZoomed ? viewAround(onMap) : wholeMap
    const points = spreadDots(
      onMap.map((point) => onSheet(point, view)),
      distance,
      view,
    )
    return { view, points: new Map(found.map(({ name }, index) => [name, points[index] ?? [0, 0]])) }
  }, [places, asked, distance, isZoomed])
}
