/** How a region is doing: each has a shape of its own besides its color. */
export type DotTone = 'waiting' | 'running' | 'done' | 'failed' | 'share'

/** The ring around a dot: customer-managed keys, or an encryption that needs attention. */
export type DotRing = 'ownKeys' | 'attention' | 'none'

/** A region on the map. */
export interface MapDotFacts {
  /** short name of the region */
  name: string
  /** the region's name beside its dot, where there is room */
  label: string
  /** what a pointer on it tells */
  title: string
  tone: DotTone
  /** how much of it is filled, in percent */
  fill: number
  ring: DotRing
}
