import { regionName, sameRegion, tryParseResourceId } from '@portal/arm'
import type {
  DiskEncryptionSet,
  DiskEncryptionSetType,
  EncryptionType,
  WithDiskEncryptionSets,
} from './disk-encryption-set.ts'

/** A cell's requirements for its disk encryption set. */
export interface DiskEncryptionSetRequirement {
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
  requirement: DiskEncryptionSetRequirement,
  inventory: WithDiskEncryptionSets,
): DiskEncryptionSet[] {
  const { byRegion, eligible } = diskEncryptionSetIndex(inventory.diskEncryptionSets)
  const { region, encryptionType, subscriptionId } = requirement
  const requirementKey = `${encryptionType} ${region} ${subscriptionId}`
  const known = eligible.get(requirementKey)
  if (known !== undefined) return known
  const found = (byRegion.get(regionName(region)) ?? []).filter(
    (set) => ineligibilityOf(set, requirement) === undefined,
  )
  eligible.set(requirementKey, found)
  return found
}

/** Why `set` does not meet the requirement; undefined if it does. */
export function ineligibilityOf(
  set: DiskEncryptionSet,
  requirement: DiskEncryptionSetRequirement,
): Ineligibility | undefined {
  if (isInAnotherSubscription(set.id, requirement.subscriptionId)) return 'InAnotherSubscription'
  if (!sameRegion(set.location, requirement.region)) return 'InAnotherRegion'
  if (set.encryptionType !== requirement.encryptionType) return 'OfAnotherType'
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
export function diskEncryptionSetById(inventory: WithDiskEncryptionSets, id: string): DiskEncryptionSet | undefined {
  return diskEncryptionSetIndex(inventory.diskEncryptionSets).byId.get(id.toLowerCase())
}

/** The sets of an inventory, found without a search. */
interface DiskEncryptionSetIndex {
  /** by id in lower case */
  byId: ReadonlyMap<string, DiskEncryptionSet>
  /** by region in the short form, in the order of their names */
  byRegion: ReadonlyMap<string, DiskEncryptionSet[]>
  /** what was found for a requirement, by its parts */
  eligible: Map<string, DiskEncryptionSet[]>
}

// A matrix of 60 regions and 65 disks makes about ten thousand lookups for each edit, always in the same list.
const indexes = new WeakMap<readonly DiskEncryptionSet[], DiskEncryptionSetIndex>()

/** The index of a list of sets, built at the first use of that list. The list must not change afterwards. */
function diskEncryptionSetIndex(sets: readonly DiskEncryptionSet[]): DiskEncryptionSetIndex {
  const known = indexes.get(sets)
  if (known !== undefined) return known
  const inOrder = sets.toSorted((one, other) => names.compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
  const index: DiskEncryptionSetIndex = {
    byId: new Map(sets.toReversed().map((set) => [set.id.toLowerCase(), set])), // of two with one id, the first
    byRegion: Map.groupBy(inOrder, ({ location }) => regionName(location)),
    eligible: new Map(),
  }
  indexes.set(sets, index)
  return index
}

const names = new Intl.Collator('en', { numeric: true })
