import type { ImageVersionPlan, TargetRegion } from '@portal/image-version'
import { mostRegionBatches } from '@portal/portal-api'
import { regionsBesidesHome } from '@portal/version-update'

/** The names of `regions` in batches of `size`, in their order. */
export function regionBatches(regions: readonly TargetRegion[], size: number): string[][] {
  const count = Math.ceil(regions.length / size)
  return Array.from({ length: count }, (_, index) =>
    regions.slice(index * size, (index + 1) * size).map(({ name }) => name),
  )
}

/**
 * The batches of the regions other than the source region; none if all are created at once. A single region needs none.
 */
export function regionBatchesOfPlan(plan: ImageVersionPlan, batchSize: number | null): string[][] {
  const others = regionsBesidesHome(plan)
  return batchSize === null || others.length < 2
    ? []
    : regionBatches(others, Math.max(batchSize, leastSize(others.length)))
}

/**
 * The minimum number of regions per batch for `count` regions, so that there are not more batches than a rollout
 * allows.
 */
export function leastSize(count: number): number {
  return Math.max(1, Math.ceil(count / mostRegionBatches))
}
