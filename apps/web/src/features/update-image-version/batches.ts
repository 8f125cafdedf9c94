import type { TargetRegion } from '@portal/image-version'

/** The names of `regions` in batches of `size`, in their order. */
export function batchesOf(regions: readonly TargetRegion[], size: number): string[][] {
  const count = Math.ceil(regions.length / size)
  return Array.from({ length: count }, (_, index) =>
    regions.slice(index * size, (index + 1) * size).map(({ name }) => name),
  )
}
