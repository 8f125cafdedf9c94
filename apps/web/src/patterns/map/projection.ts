/** A point of the Earth, in degrees. */
export interface Place {
  latitude: number
  longitude: number
}

export type Point = readonly [x: number, y: number]

// From Alaska to the Bering Strait, and from the north of Norway to New Zealand: there are no regions beyond.
const [west, north] = [-170, 72]
const unitsPerDegree = 4

/** The map's size in its own units. */
export const mapSize = { width: 350 * unitsPerDegree, height: 120 * unitsPerDegree }

/** A sheet of the map in its own units, and the part of the world's map that it shows: how much larger, from where. */
export interface MapView {
  width: number
  height: number
  scale: number
  origin: Point
}

/** The whole map. */
export const wholeMap: MapView = { ...mapSize, scale: 1, origin: [0, 0] }

const zoomed = { width: 640, height: 400 }
/** Around the outermost dots, and the least that is shown of the map: the land should still be recognized. */
const [margin, leastWidth] = [60, 420]
const corners: Point[] = [
  [0, 0],
  [mapSize.width, mapSize.height],
]

/** A small sheet with the part of the map around points of it, or with all of the map until there are some. */
export function viewAround(points: readonly Point[]): MapView {
  const shown = points.length > 0 ? points : corners
  const [xs, ys] = [shown.map(([x]) => x), shown.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const width = Math.min(
    mapSize.width,
    Math.max(leastWidth, right - left + 2 * margin, (bottom - top + 2 * margin) * (zoomed.width / zoomed.height)),
  )
  const height = width * (zoomed.height / zoomed.width)
  const x = Math.min(Math.max((left + right - width) / 2, 0), mapSize.width - width)
  const y = (top + bottom - height) / 2
  return { ...zoomed, scale: zoomed.width / width, origin: [x, y] }
}

/** A point of the map on a sheet. */
export function onSheet([x, y]: Point, { scale, origin }: MapView): Point {
  return [(x - origin[0]) * scale, (y - origin[1]) * scale]
}

/** Where a place is on the map: equirectangular, which gives crowded Europe the most room. */
export function project({ latitude, longitude }: Place): Point {
  return [(longitude - west) * unitsPerDegree, (north - latitude) * unitsPerDegree]
}
