import {
  blankTargetRegion,
  type DiskKey,
  type EncryptionType,
  type ImageSource,
  type ImageVersionPlan,
  type RegionEncryption,
  type TargetRegion,
} from '@portal/image-version'

/** The fields of a plan that stand alone: changing one changes nothing else. */
type PlainFields = Pick<
  ImageVersionPlan,
  | 'imageDefinitionId'
  | 'name'
  | 'excludeFromLatest'
  | 'endOfLifeDate'
  | 'allowDeletionOfReplicatedLocations'
  | 'blockDeletionBeforeEndOfLife'
  | 'replicationMode'
  | 'replicaCount'
  | 'storageAccountType'
  | 'confidentialVMEncryptionType'
  | 'tags'
>

/** A cell of the Encryption tab: a disk of a target region, or the confidential set of the region. */
export interface CellAddress {
  /** of the target region */
  index: number
  disk: DiskKey | 'confidential'
}

/** A cell and the set it gets, '' to empty it. */
export interface CellFilling extends CellAddress {
  diskEncryptionSetId: string
}

/** What a user can do to a plan in the wizard. */
export type Edit =
  | { type: 'setFields'; fields: Partial<PlainFields> }
  | { type: 'setLocation'; location: string }
  /** `luns`: those of the source's data disks; cells of other LUNs are emptied, since nothing would show them */
  | { type: 'setSource'; source: ImageSource; luns: number[] }
  | { type: 'addTargetRegion'; name: string }
  | { type: 'changeTargetRegion'; index: number; change: Partial<Omit<TargetRegion, 'encryption'>> }
  | { type: 'removeTargetRegion'; index: number }
  | { type: 'fillCells'; cells: CellFilling[] }
  /** `emptied`: the cells whose sets do not go with the type */
  | { type: 'changeEncryptionType'; encryptionType: EncryptionType; emptied: CellAddress[] }
  | { type: 'replacePlan'; plan: ImageVersionPlan }

/** The plan after an edit. Takes and returns a whole plan; the one given stays as it was. */
export function planReducer(plan: ImageVersionPlan, edit: Edit): ImageVersionPlan {
  switch (edit.type) {
    case 'setFields':
      return { ...plan, ...edit.fields }
    case 'setLocation':
      return { ...plan, location: edit.location, targetRegions: withHomeRegion(plan, edit.location) }
    case 'setSource':
      return {
        ...plan,
        source: edit.source,
        targetRegions: plan.targetRegions.map((region) => withLuns(region, edit.luns)),
      }
    case 'addTargetRegion':
      return { ...plan, targetRegions: [...plan.targetRegions, blankTargetRegion(edit.name)] }
    case 'changeTargetRegion':
      return changeRegion(plan, edit.index, (region) => changedRegion(region, edit.change))
    case 'removeTargetRegion':
      return { ...plan, targetRegions: plan.targetRegions.filter((_, index) => index !== edit.index) }
    case 'fillCells':
      return filled(plan, edit.cells)
    case 'changeEncryptionType': {
      const emptied = edit.emptied.map((cell) => ({ ...cell, diskEncryptionSetId: '' }))
      return { ...filled(plan, emptied), encryptionType: edit.encryptionType }
    }
    case 'replacePlan':
      return edit.plan
  }
}

function changeRegion(plan: ImageVersionPlan, index: number, change: (region: TargetRegion) => TargetRegion) {
  return { ...plan, targetRegions: plan.targetRegions.map((region, at) => (at === index ? change(region) : region)) }
}

// A set belongs to one region, so another region in the same row starts with empty cells.
function changedRegion(region: TargetRegion, change: Partial<Omit<TargetRegion, 'encryption'>>): TargetRegion {
  const movedElsewhere = change.name !== undefined && change.name !== region.name
  return {
    ...region,
    ...change,
    ...(movedElsewhere && { encryption: blankTargetRegion(change.name ?? '').encryption }),
  }
}

// The version's own region is always the first target region: Azure refuses a version that is not replicated at home.
function withHomeRegion(plan: ImageVersionPlan, location: string): TargetRegion[] {
  const already = plan.targetRegions.find((region) => region.name === location)
  const others = plan.targetRegions.filter((region) => region.name !== location && region.name !== plan.location)
  return [already ?? blankTargetRegion(location), ...others]
}

function withLuns(region: TargetRegion, luns: number[]): TargetRegion {
  const dataDiskImages = region.encryption.dataDiskImages.filter((image) => luns.includes(image.lun))
  return { ...region, encryption: { ...region.encryption, dataDiskImages } }
}

// Region by region, so that the regions that get nothing stay the same objects.
function filled(plan: ImageVersionPlan, cells: CellFilling[]): ImageVersionPlan {
  const cellsOf = Map.groupBy(cells, ({ index }) => index)
  const targetRegions = plan.targetRegions.map((region, index) => {
    const own = cellsOf.get(index)
    return own === undefined ? region : { ...region, encryption: filledEncryption(region.encryption, own) }
  })
  return { ...plan, targetRegions }
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
