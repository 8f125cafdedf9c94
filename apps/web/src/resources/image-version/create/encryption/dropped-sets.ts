import { diskEncryptionSetById } from '@portal/disk-encryption'
import { asksForSet, type ImageVersionPlan, type Inventory, setTypeOf } from '@portal/image-version'
import type { CellFilling } from '../../../../patterns/matrix/matrix-reducer.ts'

/** A set that does not match a type, and its cells, emptied. */
export interface DroppedSet {
  name: string
  cells: CellFilling[]
}

/**
 * What the plan's cells lose when it becomes `next`: the sets of another type. Sets of a disk that needs none stay, in
 * case the user changes it back.
 */
export function droppedSets(
  plan: ImageVersionPlan,
  inventory: Inventory,
  next: Pick<ImageVersionPlan, 'encryptionType' | 'confidentialDataDisks'>,
): DroppedSet[] {
  const then = { ...plan, ...next }
  const held = plan.targetRegions.flatMap(({ encryption }, index) =>
    [
      { disk: 'os' as const, id: encryption.osDiskImage },
      ...encryption.dataDiskImages.map(({ lun, diskEncryptionSetId }) => ({ disk: lun, id: diskEncryptionSetId })),
    ].flatMap(({ disk, id }) => {
      const set = diskEncryptionSetById(inventory, id)
      return set !== undefined && asksForSet(then, disk) && set.encryptionType !== setTypeOf(then, disk)
        ? [{ index, disk, set }]
        : []
    }),
  )
  return [...Map.groupBy(held, ({ set }) => set)].map(([{ name }, cells]) => ({
    name,
    cells: cells.map(({ index, disk }) => ({ index, disk, diskEncryptionSetId: '' })),
  }))
}
