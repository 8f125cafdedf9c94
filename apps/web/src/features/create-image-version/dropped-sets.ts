import {
  diskEncryptionSetById,
  type DiskEncryptionSet,
  type EncryptionType,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'
import type { CellAddress } from '../../ui/encryption-matrix/filled-cells.ts'

/** A set that does not go with a type, and the cells that hold it. */
export interface DroppedSet {
  name: string
  cells: CellAddress[]
}

/**
 * What the plan's cells lose when `encryptionType` is chosen: the sets of another type. With platform keys no set is
 * asked for; they stay, for whoever comes back.
 */
export function droppedSets(
  plan: ImageVersionPlan,
  inventory: Inventory,
  encryptionType: EncryptionType,
): DroppedSet[] {
  if (encryptionType === 'EncryptionAtRestWithPlatformKey') return []
  const isOfAnotherType = (set: DiskEncryptionSet) => set.encryptionType !== encryptionType
  const held = plan.targetRegions.flatMap(({ encryption }, index) =>
    [
      { disk: 'os' as const, id: encryption.osDiskImage },
      ...encryption.dataDiskImages.map(({ lun, diskEncryptionSetId }) => ({ disk: lun, id: diskEncryptionSetId })),
    ].flatMap(({ disk, id }) => {
      const set = diskEncryptionSetById(inventory, id)
      return set !== undefined && isOfAnotherType(set) ? [{ index, disk, set }] : []
    }),
  )
  return [...Map.groupBy(held, ({ set }) => set)].map(([{ name }, cells]) => ({
    name,
    cells: cells.map(({ index, disk }) => ({ index, disk })),
  }))
}
