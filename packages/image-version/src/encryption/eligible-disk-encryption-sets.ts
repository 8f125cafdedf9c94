import { regionName, sameRegion, tryParseResourceId } from '@portal/arm'
import type { DiskEncryptionSet, Inventory } from '../inventory.ts'
import type { EncryptionType } from '../plan.ts'
import { diskEncryptionSetIndex } from './disk-encryption-set-index.ts'

export type DiskEncryptionSetType = DiskEncryptionSet['encryptionType']

/** A cell's requirements for its disk encryption set. */
export interface DiskEncryptionSetDemand {
  /** the plan's type, or that of confidential disks */
  encryptionType: EncryptionType | DiskEncryptionSetType
  /** the target region, in any spelling */
  region: string
  /** the gallery's; '' if no image definition is chosen: then any matches */
  subscriptionId: string
}

/** How a set differs from the requirement: the first difference. */
export type Ineligibility = 'InAnotherSubscription' | 'InAnotherRegion' | 'OfAnotherType'

/**
 * The sets that a cell can use, by name: the gallery's subscription, the target region, the required type. The picker
 * offers these and the rule accepts these. They include a set that is being created; the rule warns about it. The same
 * list for the same requirement: it must not be changed.
 * https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
 */
export function eligibleDiskEncryptionSets(
  demand: DiskEncryptionSetDemand,
  inventory: Pick<Inventory, 'diskEncryptionSets'>,
): DiskEncryptionSet[] {
  const { byRegion, eligible } = diskEncryptionSetIndex(inventory.diskEncryptionSets)
  const { region, encryptionType, subscriptionId } = demand
  const demanded = `${encryptionType} ${region} ${subscriptionId}`
  const known = eligible.get(demanded)
  if (known !== undefined) return known
  const found = (byRegion.get(regionName(region)) ?? []).filter((set) => ineligibilityOf(set, demand) === undefined)
  eligible.set(demanded, found)
  return found
}

/** Why `set` does not meet the requirement; undefined if it does. */
export function ineligibilityOf(set: DiskEncryptionSet, demand: DiskEncryptionSetDemand): Ineligibility | undefined {
  if (isInAnotherSubscription(set.id, demand.subscriptionId)) return 'InAnotherSubscription'
  if (!sameRegion(set.location, demand.region)) return 'InAnotherRegion'
  if (set.encryptionType !== demand.encryptionType) return 'OfAnotherType'
  return undefined
}

/** Whether the ID alone shows that the set is in another subscription. */
export function isInAnotherSubscription(diskEncryptionSetId: string, subscriptionId: string): boolean {
  const own = `/subscriptions/${subscriptionId}/`.toLowerCase()
  // Called for every set and every region: it parses only if the text is not enough.
  if (subscriptionId === '' || diskEncryptionSetId.toLowerCase().startsWith(own)) return false
  return tryParseResourceId(diskEncryptionSetId) !== undefined
}

/** The set of that id, whatever the case of the id. */
export function diskEncryptionSetById(
  inventory: Pick<Inventory, 'diskEncryptionSets'>,
  id: string,
): DiskEncryptionSet | undefined {
  return diskEncryptionSetIndex(inventory.diskEncryptionSets).byId.get(id.toLowerCase())
}
