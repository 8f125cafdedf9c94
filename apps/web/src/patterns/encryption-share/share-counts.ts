import type { MachineEncryption } from '@portal/portal-api'

/** Heights in pixels, known before anything is loaded. */
export const shareSizes = { bar: 20, legendRow: 28 }

/** How many there are of each encryption, in the order of the legend, and the address of the list of those. */
export interface ShareCounts<Kind extends MachineEncryption = MachineEncryption> {
  kinds: readonly Kind[]
  counts: Record<Kind, number>
  /** absent where the portal has no list of them */
  hrefOf?: (kind: Kind) => string
}

/** All of them together. */
export function totalOf<Kind extends MachineEncryption>({ kinds, counts }: ShareCounts<Kind>): number {
  return kinds.reduce((sum, kind) => sum + counts[kind], 0)
}
