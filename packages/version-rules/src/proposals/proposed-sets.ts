import {
  confidentialSetType,
  type DiskEncryptionSet,
  diskEncryptionSetById,
  type DiskEncryptionSetType,
  eligibleDiskEncryptionSets,
  type EncryptionType,
  ineligibilityOf,
} from '@portal/disk-encryption'
import {
  areImageDisksKnown,
  asksForSet,
  diskEncryptionSetsOf,
  type DiskKey,
  type EarlierVersion,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  planSubscriptionId,
  setTypeOf,
  type TargetRegion,
  usesCustomerKeys,
} from '@portal/image-version'
import { customerKeyObstacle } from '../rules/encryption-support.ts'

/** An empty cell of the Encryption tab, and the set proposed for it. */
export interface ProposedCell {
  /** of the target region in the plan */
  index: number
  disk: DiskKey | 'confidential'
  diskEncryptionSetId: string
}

/** The sets of an earlier version for the empty cells of a plan. */
export interface ProposedSets {
  /** the earlier version's name */
  like: string
  /** that of the earlier version; the plan's own, or instead of platform-managed keys */
  encryptionType: EncryptionType
  cells: ProposedCell[]
}

/**
 * The sets of the definition's latest encrypted version for the empty cells of the same regions and disks, as far as
 * the cells' pickers offer them. A plan with platform-managed keys also gets the version's encryption type; a plan with
 * another type of customer keys has nothing in common with it. undefined: nothing to propose.
 */
export function proposedSets(plan: ImageVersionPlan, inventory: Inventory): ProposedSets | undefined {
  const earlier = inventory.latestEncryptedVersion
  const encryptionType = earlier && encryptionTypeOf(earlier, inventory)
  if (earlier === undefined || encryptionType === undefined) return undefined
  if (usesCustomerKeys(plan) && plan.encryptionType !== encryptionType) return undefined
  if (customerKeyObstacle(plan, inventory) !== undefined) return undefined
  const regions = new Map(earlier.targetRegions.map((region) => [region.name, setsIn(region)]))
  const cells = emptyCells({ ...plan, encryptionType }, inventory).flatMap((cell): ProposedCell[] => {
    const set = diskEncryptionSetById(inventory, regions.get(cell.region)?.(cell.disk) ?? '')
    return set !== undefined && ineligibilityOf(set, cell) === undefined ? [proposal(cell, set)] : []
  })
  return cells.length === 0 ? undefined : { like: earlier.name, encryptionType, cells }
}

/** The only set that the picker of an empty cell offers, for each cell where that is so and the set is complete. */
export function onlyFittingSets(plan: ImageVersionPlan, inventory: Inventory): ProposedCell[] {
  // All cells of a region with the same type have the same picker, and most pickers offer several sets or none.
  const subscriptionId = planSubscriptionId(plan)
  const pickers = [...Map.groupBy(columnsOf(plan, inventory), ({ encryptionType }) => encryptionType)]
  return plan.targetRegions.flatMap((region, index) => {
    if (region.name === '') return []
    return pickers.flatMap(([encryptionType, columns]) => {
      const requirement = { encryptionType, region: region.name, subscriptionId }
      const [only, ...others] = eligibleDiskEncryptionSets(requirement, inventory)
      if (only?.provisioningState !== 'Succeeded' || others.length > 0) return []
      const setOf = setsIn(region)
      return columns.flatMap(({ disk }) => (setOf(disk) === '' ? [proposal({ index, disk }, only)] : []))
    })
  })
}

interface EmptyCell {
  index: number
  disk: DiskKey | 'confidential'
  region: string
  encryptionType: EncryptionType | DiskEncryptionSetType
  subscriptionId: string
}

type Column = Pick<EmptyCell, 'disk' | 'encryptionType'>

/** What each region has a set for. */
function columnsOf(plan: ImageVersionPlan, inventory: Inventory): Column[] {
  if (!areImageDisksKnown(plan.source, inventory)) return []
  return [
    ...imageDisks(plan.source, inventory)
      .filter(({ key }) => asksForSet(plan, key))
      .map(({ key }) => ({ disk: key, encryptionType: setTypeOf(plan, key) })),
    ...(plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
      ? [{ disk: 'confidential' as const, encryptionType: confidentialSetType }]
      : []),
  ]
}

function emptyCells(plan: ImageVersionPlan, inventory: Inventory): EmptyCell[] {
  const subscriptionId = planSubscriptionId(plan)
  const columns = columnsOf(plan, inventory)
  return plan.targetRegions.flatMap((region, index) => {
    if (region.name === '') return []
    const setOf = setsIn(region)
    return columns
      .filter(({ disk }) => setOf(disk) === '')
      .map((column) => ({ ...column, index, region: region.name, subscriptionId }))
  })
}

function setsIn(region: TargetRegion): (disk: DiskKey | 'confidential') => string {
  const ofDisks = diskEncryptionSetsOf(region)
  return (disk) => (disk === 'confidential' ? region.encryption.secureVMDiskEncryptionSetId : (ofDisks.get(disk) ?? ''))
}

function proposal({ index, disk }: Pick<EmptyCell, 'index' | 'disk'>, { id }: DiskEncryptionSet): ProposedCell {
  return { index, disk, diskEncryptionSetId: id }
}

// Azure stores no type: it is that of the sets.
function encryptionTypeOf({ targetRegions }: EarlierVersion, inventory: Inventory): EncryptionType | undefined {
  const ids = targetRegions.flatMap(({ encryption }) => [
    encryption.osDiskImage,
    ...encryption.dataDiskImages.map(({ diskEncryptionSetId }) => diskEncryptionSetId),
  ])
  const types = ids.map((id) => diskEncryptionSetById(inventory, id)?.encryptionType)
  return types.find((type) => type !== undefined && type !== confidentialSetType)
}
