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

/** Where a place is on the map: equirectangular, which gives crowded Europe the most room. */
export function project({ latitude, longitude }: Place): Point {
  return [(longitude - west) * unitsPerDegree, (north - latitude) * unitsPerDegree]
}
