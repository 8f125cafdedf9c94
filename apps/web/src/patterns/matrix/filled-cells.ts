import type { EncryptionProfile } from '@portal/code'
import type { DiskKey, RegionEncryption, TargetRegion } from '@portal/image-version'

/** A cell of the matrix: a disk of a target region, or the confidential set of the region. */
export interface CellAddress {
  /** of the target region */
  index: number
  disk: DiskKey | 'confidential'
}

/** A cell and the set it gets, '' to empty it. */
export interface CellFilling extends CellAddress {
  diskEncryptionSetId: string
}

/** The target regions after `cells` have their sets. Unchanged regions stay the same objects. */
export function filledCells(targetRegions: readonly TargetRegion[], cells: CellFilling[]): TargetRegion[] {
  const cellsOf = Map.groupBy(cells, ({ index }) => index)
  return targetRegions.map((region, index) => {
    const own = cellsOf.get(index)
    return own === undefined ? region : { ...region, encryption: filledEncryption(region.encryption, own) }
  })
}

function filledEncryption(encryption: RegionEncryption, cells: CellFilling[]): RegionEncryption {
  let { osDiskImage, secureVMDiskEncryptionSetId } = encryption
  const setOf = new Map(encryption.dataDiskImages.map((image) => [image.lun, image.diskEncryptionSetId]))
  for (const { disk, diskEncryptionSetId } of cells) {
    if (disk === 'os') osDiskImage = diskEncryptionSetId
    else if (disk === 'confidential') secureVMDiskEncryptionSetId = diskEncryptionSetId
    else setOf.set(disk, diskEncryptionSetId)
  }
  const dataDiskImages = [...setOf]
    .filter(([, diskEncryptionSetId]) => diskEncryptionSetId !== '')
    .map(([lun, diskEncryptionSetId]) => ({ lun, diskEncryptionSetId }))
    .toSorted((one, other) => one.lun - other.lun)
  return { osDiskImage, dataDiskImages, secureVMDiskEncryptionSetId }
}

/** An edit of the matrix: fill cells, alone or with the profile that they are compared with, undo, or redo. */
export type MatrixEdit =
  | { type: 'fillCells'; cells: CellFilling[] }
  | { type: 'applyProfile'; profile: EncryptionProfile; cells: CellFilling[] }
  | { type: 'undo' }
  | { type: 'redo' }
