import { imageDisks } from '../image-disks.ts'
import type { Inventory } from '../inventory.ts'
import { type ImageVersionPlan, replicaCountOf } from '../plan.ts'

/** What Azure will store of a plan's version. */
export interface ExpectedCopies {
  /** target regions that are chosen */
  regions: number
  /** replicas in all of them */
  copies: number
  /** GB of all copies if their disks were full; undefined while a disk or its size is not known */
  sizeInGB: number | undefined
}

/**
 * The copies of the image that a plan asks for, and the most that they take. Azure charges each as a snapshot, by the
 * size that is in use. https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#billing
 */
export function expectedCopies(plan: ImageVersionPlan, inventory: Inventory): ExpectedCopies {
  const regions = plan.targetRegions.filter(({ name }) => name !== '')
  const copies = regions.reduce((sum, region) => sum + (replicaCountOf(plan, region) ?? 0), 0)
  const sizes = imageDisks(plan.source, inventory).map(({ sizeInGB }) => sizeInGB)
  const imageSize = sizes.reduce(
    (sum: number | undefined, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  )
  return { regions: regions.length, copies, sizeInGB: imageSize === undefined ? undefined : imageSize * copies }
}
