import { confidentialSetType, type DiskEncryptionSet, regionDisplayName } from '@portal/disk-encryption'
import {
  asksForConfidentialSets,
  asksForSet,
  diskEncryptionSetOf,
  type DiskKey,
  type ImageDisk,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  isHomeRegion,
  type IssuePath,
  setTypeOf,
  type TargetRegion,
} from '@portal/image-version'
import { cellPath } from '@portal/version-rules'
import { fittingConfidentialSets, fittingSets } from './fitting-sets.ts'

/** A target region of the plan whose name is chosen. */
export interface MatrixRegion {
  /** in the plan's target regions */
  index: number
  name: string
  displayName: string
  isHome: boolean
  /** those that fit its disks, by name */
  sets: DiskEncryptionSet[]
  /** those that match its confidential cells, by name; none if there is no confidential cell */
  confidentialSets: DiskEncryptionSet[]
}

/** A disk of the image, or the additional confidential set that each region of some confidential versions needs. */
export interface MatrixDisk extends Omit<ImageDisk, 'key'> {
  key: DiskKey | 'confidential'
  /** its cells need confidential sets */
  isConfidential: boolean
}

/** One disk in one region, for which a set is chosen. */
export interface Cell {
  region: MatrixRegion
  disk: MatrixDisk
}

/** The regions and disks of the Encryption tab. */
export interface Matrix {
  regions: MatrixRegion[]
  disks: MatrixDisk[]
}

/** The cells that the plan's encryption type needs. */
export function matrixOf(plan: ImageVersionPlan, inventory: Inventory): Matrix {
  const hasConfidentialCells = asksForConfidentialSets(plan)
  const regions = plan.targetRegions.flatMap((region, index): MatrixRegion[] => {
    const { name } = region
    if (name === '') return []
    return [
      {
        index,
        name,
        displayName: regionDisplayName(inventory, name),
        isHome: isHomeRegion(plan, region),
        sets: fittingSets(plan, inventory, name),
        confidentialSets: hasConfidentialCells ? fittingConfidentialSets(plan, inventory, name) : [],
      },
    ]
  })
  const confidential: MatrixDisk[] =
    plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
      ? [{ key: 'confidential', name: '', isConfidential: true }]
      : []
  const disks = imageDisks(plan.source, inventory)
    .filter(({ key }) => asksForSet(plan, key))
    .map((disk): MatrixDisk => ({ ...disk, isConfidential: setTypeOf(plan, disk.key) === confidentialSetType }))
  return { regions, disks: [...disks, ...confidential] }
}

/** The ID of the set in a cell, '' if none. */
export function setIdOf(plan: ImageVersionPlan, { region, disk }: Cell): string {
  return setIdAt(plan, region.index, disk.key)
}

/** The ID of the set for a disk of the target region at `index`, '' if none. */
export function setIdAt({ targetRegions }: ImageVersionPlan, index: number, disk: MatrixDisk['key']): string {
  const target = targetRegions[index]
  if (target === undefined) return ''
  return disk === 'confidential' ? target.encryption.secureVMDiskEncryptionSetId : diskEncryptionSetOf(target, disk)
}

/** The sets that fit a cell, by name. */
export function setsFor({ region, disk }: Cell): DiskEncryptionSet[] {
  return disk.isConfidential ? region.confidentialSets : region.sets
}

/** What the list of a cell offers: the sets, the chosen one ('' if none), and those of the region's other disks. */
export function cellSets(cell: Cell, { disks }: Matrix, plan: ImageVersionPlan) {
  const others = disks.filter(({ key }) => key !== cell.disk.key)
  return {
    sets: setsFor(cell),
    chosen: setIdOf(plan, cell),
    used: others.map((disk) => setIdOf(plan, { region: cell.region, disk })),
  }
}

/** Where the issues of a cell are. */
export function issuePathOf({ region, disk }: Cell): IssuePath {
  return issuePathAt(region.index, disk.key)
}

/** Where the issues of a disk of the target region at `index` are. */
export function issuePathAt(index: number, disk: MatrixDisk['key']): IssuePath {
  return disk === 'confidential'
    ? ['targetRegions', index, 'encryption', 'secureVMDiskEncryptionSetId']
    : cellPath(index, disk)
}

/** Whether the cell at a path below a list of `regions` has a set; undefined: there is no cell at that path. */
export function isCellFilled(regions: readonly TargetRegion[], path: IssuePath): boolean | undefined {
  const [, index, part, kind, lun] = path
  const region = typeof index === 'number' && part === 'encryption' ? regions[index] : undefined
  if (region === undefined) return undefined
  if (kind === 'secureVMDiskEncryptionSetId') return region.encryption.secureVMDiskEncryptionSetId !== ''
  return diskEncryptionSetOf(region, typeof lun === 'number' ? lun : 'os') !== ''
}
