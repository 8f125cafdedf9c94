import {
  type DiskEncryptionSetRequirement,
  eligibleDiskEncryptionSets,
  regionDisplayName,
} from '@portal/disk-encryption'
import {
  areImageDisksKnown,
  asksForDiskSets,
  asksForSet,
  diskEncryptionSetOf,
  diskEncryptionSetsOf,
  type DiskKey,
  errorAt,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  isEncryptableSource,
  type Issue,
  type IssuePath,
  planSubscriptionId,
  setTypeOf,
  type TargetRegion,
} from '@portal/image-version'
import { diskEncryptionSetJudge } from './disk-encryption-set.ts'
import { noDiskEncryptionSetIssue } from './no-disk-encryption-set.ts'

/** Where a cell of the Encryption tab is in the plan. */
export function cellPath(regionIndex: number, disk: DiskKey): IssuePath {
  const encryption = ['targetRegions', regionIndex, 'encryption']
  return disk === 'os' ? [...encryption, 'osDiskImage'] : [...encryption, 'dataDiskImages', disk]
}

// With customer-managed keys, every disk of the image that uses them needs a matching set in every target region. If a
// region has no set at all, this is reported once, at its first empty cell: there is nothing to choose in the others.
// https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
export function encryptionMatrixIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (!isMatrixJudged(plan)) return []
  const disks = imageDisks(plan.source, inventory).flatMap(({ key }) => (asksForSet(plan, key) ? [key] : []))
  if (areImageDisksKnown(plan.source, inventory)) return encryptionCellIssues(plan, disks, inventory)
  // Without its source, the image has no cells to fill in: only the sets that it has already are judged.
  return encryptionCellIssues(plan, disks, inventory).filter(
    ({ path: [, index, , , lun] }) => heldAt(plan, Number(index), typeof lun === 'number' ? lun : 'os') !== '',
  )
}

function heldAt({ targetRegions }: ImageVersionPlan, index: number, disk: DiskKey): string {
  const region = targetRegions[index]
  return region === undefined ? '' : diskEncryptionSetOf(region, disk)
}

/** The same for some disks of the plan's image. */
export function encryptionCellIssues(plan: ImageVersionPlan, disks: readonly DiskKey[], inventory: Inventory): Issue[] {
  // Data disks of confidential versions need sets of another type than the OS disk.
  const byType = [...Map.groupBy(disks, (disk) => setTypeOf(plan, disk))]
  const subscriptionId = planSubscriptionId(plan)
  const requirementKey = JSON.stringify([byType, subscriptionId])
  return plan.targetRegions.flatMap((targetRegion, index) => {
    if (targetRegion.name === '') return []
    const judged = judgedRegions.get(targetRegion)
    if (judged?.inventory === inventory && judged.index === index && judged.requirementKey === requirementKey)
      return judged.issues
    const issues = byType.flatMap(([encryptionType, ofType]) => {
      const requirement = { encryptionType, region: targetRegion.name, subscriptionId }
      return regionIssues({ targetRegion, index, disks: ofType, requirement }, inventory)
    })
    judgedRegions.set(targetRegion, { inventory, index, requirementKey, issues })
    return issues
  })
}

// An edit of one cell leaves the other regions of a plan as they are, and a matrix can have thousands of cells.
const judgedRegions = new WeakMap<
  TargetRegion,
  { inventory: Inventory; index: number; requirementKey: string; issues: Issue[] }
>()

interface CellsOfRegion {
  targetRegion: TargetRegion
  index: number
  disks: readonly DiskKey[]
  requirement: DiskEncryptionSetRequirement
}

function regionIssues({ targetRegion, index, disks, requirement }: CellsOfRegion, inventory: Inventory): Issue[] {
  const { encryptionType } = requirement
  const sets = diskEncryptionSetsOf(targetRegion)
  const isEmpty = (disk: DiskKey) => (sets.get(disk) ?? '') === ''
  const hasEligibleSets = eligibleDiskEncryptionSets(requirement, inventory).length > 0
  const firstEmpty = disks.find(isEmpty)
  const region = regionDisplayName(inventory, targetRegion.name)
  const judgedSet = diskEncryptionSetJudge(requirement, inventory)
  return disks.flatMap((disk) => {
    const path = cellPath(index, disk)
    if (!isEmpty(disk)) return judgedSet(path, sets.get(disk) ?? '')
    if (hasEligibleSets) return [errorAt(path, 'DiskEncryptionSetRequired', { disk, region })]
    return disk === firstEmpty ? [noDiskEncryptionSetIssue(path, { region, encryptionType }, inventory)] : []
  })
}

// A set can be given only for a LUN that the source has, and once for each LUN of a region.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function encryptionLunIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (!isMatrixJudged(plan)) return []
  const luns = new Set(imageDisks(plan.source, inventory).flatMap(({ key }) => (key === 'os' ? [] : [key])))
  const areLunsKnown = areImageDisksKnown(plan.source, inventory)
  const has = (lun: number) => !areLunsKnown || luns.has(lun)
  return plan.targetRegions.flatMap((targetRegion, index) => {
    const chosen = chosenLuns(targetRegion)
    if (new Set(chosen).size === chosen.length && chosen.every(has)) return []
    const region = regionDisplayName(inventory, targetRegion.name)
    const before = new Set<number>()
    return chosen.flatMap((lun) => {
      if (before.has(lun)) return [errorAt(cellPath(index, lun), 'LunDuplicate', { lun, region })]
      before.add(lun)
      if (!has(lun))
        return [errorAt(cellPath(index, lun), 'LunNotInSource', { lun, region, luns: [...luns].join(', ') })]
      return []
    })
  })
}

/**
 * The cells count once customer keys are chosen for a source that can have them; before, there is nothing to fill in.
 */
function isMatrixJudged(plan: ImageVersionPlan): boolean {
  return asksForDiskSets(plan) && isEncryptableSource(plan.source.type)
}

function chosenLuns(region: TargetRegion): number[] {
  return region.encryption.dataDiskImages.flatMap(({ lun, diskEncryptionSetId }) =>
    diskEncryptionSetId === '' ? [] : [lun],
  )
}
