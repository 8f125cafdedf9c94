import * as z from 'zod/mini'

/** Names of regions. */
export const regionNames = z
  .array(z.string().check(z.minLength(1), z.maxLength(64)))
  .check(z.minLength(1), z.maxLength(100))

export const mostRegionBatches = 20

/** Regions that are added one batch after the other. */
export const batches = z.array(regionNames).check(z.minLength(1), z.maxLength(mostRegionBatches))
