import type { EncryptionProfile } from '@portal/code'
import type { DiskKey, RegionEncryption, TargetRegion } from '@portal/image-version'
import { type EditedDraft, stepped, withStep } from '../../drafts/edited-draft.ts'

/** A cell of the matrix, a disk of a target region or the confidential set of the region, and the set it gets. */
export interface CellFilling {
  /** of the target region */
  index: number
  disk: DiskKey | 'confidential'
  /** '' to empty it */
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

interface CellsOf<Draft> {
  /** the draft after its cells have their sets */
  filled: (draft: Draft, cells: CellFilling[]) => Draft
  /** the draft with the cells of `other`, the one that undo or redo leads to; all else stays */
  restored: (draft: Draft, other: Draft) => Draft
}

/** The edits of a draft's matrix: each can be undone, together with the profile that it applied. */
export function matrixReducer<Draft extends { profile?: EncryptionProfile | undefined }>(cellsOf: CellsOf<Draft>) {
  return (state: EditedDraft<Draft>, edit: MatrixEdit): EditedDraft<Draft> => {
    switch (edit.type) {
      case 'undo':
      case 'redo':
        return stepped(state, edit.type, (draft, other) => ({
          ...cellsOf.restored(draft, other),
          profile: other.profile,
        }))
      case 'fillCells':
        return withStep(state, cellsOf.filled(state.draft, edit.cells))
      case 'applyProfile':
        return withStep(state, { ...cellsOf.filled(state.draft, edit.cells), profile: edit.profile })
    }
  }
}
