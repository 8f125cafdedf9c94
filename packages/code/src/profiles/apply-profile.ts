import {
  confidentialSetType,
  diskEncryptionSetById,
  type DiskEncryptionSetRequirement,
  type Ineligibility,
  ineligibilityOf,
  isInAnotherSubscription,
} from '@portal/disk-encryption'
import {
  asksForSet,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  planSubscriptionId,
  setTypeOf,
} from '@portal/image-version'
import { profiledSet, type EncryptionProfile, type ProfiledDisk } from './encryption-profile.ts'

/** One disk in one region that a profile might have a set for. */
export interface ProfileCell {
  region: string
  disk: ProfiledDisk
  /** the types of set that it can have */
  types: readonly DiskEncryptionSetRequirement['encryptionType'][]
}

/** What a profile is applied to: the cells, and the sets that exist in the subscription that they can use. */
export interface ProfileTarget<Cell extends ProfileCell = ProfileCell> {
  cells: readonly Cell[]
  /** '' if it is not chosen yet: then a set of any fits */
  subscriptionId: string
  inventory: Pick<Inventory, 'diskEncryptionSets'>
}

/** Why a set of a profile is left out: it isn't found, or doesn't fit the cell. */
export type LeftOutReason = 'NotFound' | Ineligibility

/** What becomes of a target's cells by a profile. */
export interface AppliedProfile<Cell extends ProfileCell = ProfileCell> {
  /** in Azure's spelling of the ID */
  chosen: { cell: Cell; diskEncryptionSetId: string }[]
  leftOut: { cell: Cell; diskEncryptionSetId: string; reason: LeftOutReason }[]
  /** the cells that the profile says nothing about */
  unnamed: Cell[]
}

/**
 * The sets of a profile for the cells of a plan, an update, a machine or any number of versions. Only sets that the
 * picker would offer are chosen; all others are left out with the reason. Nothing else is judged: `check` does that.
 */
export function applyProfile<Cell extends ProfileCell>(
  profile: EncryptionProfile,
  { cells, subscriptionId, inventory }: ProfileTarget<Cell>,
): AppliedProfile<Cell> {
  const applied: AppliedProfile<Cell> = { chosen: [], leftOut: [], unnamed: [] }
  for (const cell of cells) {
    const id = profiledSet(profile, cell.region, cell.disk)
    if (id === '') {
      applied.unnamed.push(cell)
      continue
    }
    const set = diskEncryptionSetById(inventory, id)
    const reasons = cell.types.map((encryptionType) => {
      // The inventory has the sets of one subscription: the ID alone says that one is elsewhere.
      if (set === undefined) return isInAnotherSubscription(id, subscriptionId) ? 'InAnotherSubscription' : 'NotFound'
      return ineligibilityOf(set, { encryptionType, region: cell.region, subscriptionId })
    })
    if (set !== undefined && reasons.includes(undefined)) applied.chosen.push({ cell, diskEncryptionSetId: set.id })
    else applied.leftOut.push({ cell, diskEncryptionSetId: id, reason: reasons[0] ?? 'NotFound' })
  }
  return applied
}

/** A cell of a plan, with the index of its target region. */
export interface PlanProfileCell extends ProfileCell {
  index: number
}

/** The cells of a plan that need a set, as a target for a profile. */
export function planProfileTarget(plan: ImageVersionPlan, inventory: Inventory): ProfileTarget<PlanProfileCell> {
  const disks = imageDisks(plan.source, inventory).filter(({ key }) => asksForSet(plan, key))
  const cells = plan.targetRegions.flatMap(({ name }, index): PlanProfileCell[] => {
    if (name === '') return []
    const ofDisks = disks.map(({ key }) => ({ region: name, index, disk: key, types: [setTypeOf(plan, key)] }))
    return plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
      ? [...ofDisks, { region: name, index, disk: 'confidential' as const, types: [confidentialSetType] }]
      : ofDisks
  })
  return { cells, subscriptionId: planSubscriptionId(plan), inventory }
}
