import { sameRegion, tryParseResourceId } from '@portal/arm'
import type { DiskEncryptionSet, Inventory } from './inventory.ts'
import type { EncryptionType } from './plan.ts'

export type DiskEncryptionSetType = DiskEncryptionSet['encryptionType']

/** What a cell asks of its disk encryption set. */
export interface DiskEncryptionSetDemand {
  /** the plan's type, or that of confidential disks */
  encryptionType: EncryptionType | DiskEncryptionSetType
  /** the target region, in any spelling */
  region: string
  /** the gallery's; '' where no image definition is chosen: then any will do */
  subscriptionId: string
}

/** In which way a set misses the demand: the first that applies. */
export type Ineligibility = 'InAnotherSubscription' | 'InAnotherRegion' | 'OfAnotherType'

/**
 * The sets that a cell may use, by name: the gallery's subscription, the target region, the demanded type. The picker
 * offers these and the rule accepts these. A set still being made is among them; the rule warns of it.
 * https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
 */
export function eligibleDiskEncryptionSets(demand: DiskEncryptionSetDemand, inventory: Inventory): DiskEncryptionSet[] {
  return inventory.diskEncryptionSets
    .filter((set) => ineligibilityOf(set, demand) === undefined)
    .toSorted(
      (one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }) || (one.id < other.id ? -1 : 1),
    )
}

/** Why `set` does not fit the demand; undefined if it does. */
export function ineligibilityOf(set: DiskEncryptionSet, demand: DiskEncryptionSetDemand): Ineligibility | undefined {
  if (isInAnotherSubscription(set.id, demand.subscriptionId)) return 'InAnotherSubscription'
  if (!sameRegion(set.location, demand.region)) return 'InAnotherRegion'
  if (set.encryptionType !== demand.encryptionType) return 'OfAnotherType'
  return undefined
}

/** Whether the id alone tells that the set is of another subscription. */
export function isInAnotherSubscription(diskEncryptionSetId: string, subscriptionId: string): boolean {
  const parsed = tryParseResourceId(diskEncryptionSetId)
  if (parsed === undefined || subscriptionId === '') return false
  return parsed.subscriptionId.toLowerCase() !== subscriptionId.toLowerCase()
}

/** The set of that id, whatever the case of the id. */
export function diskEncryptionSetById(
  inventory: Pick<Inventory, 'diskEncryptionSets'>,
  id: string,
): DiskEncryptionSet | undefined {
  const wanted = id.toLowerCase()
  return inventory.diskEncryptionSets.find((set) => set.id.toLowerCase() === wanted)
}
