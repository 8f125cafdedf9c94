import {
  isInAnotherSubscription,
  planSubscriptionId,
  usesCustomerKeys,
  type DiskEncryptionSet,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'
import type { RegionsTexts } from '../../i18n/regions/regions.en.ts'
import { stateOfSet } from '../encryption-matrix/list/ordered-sets.ts'

/** How many sets a region has for a plan, by what is known of their keys. */
interface SetCount {
  /** their keys were read, and Azure will accept them, perhaps with a warning */
  ready: number
  /** nothing is known about their keys yet */
  unread: number
  /** Azure would refuse them */
  broken: number
}

/**
 * The sets of each region that a plan can use, by the region's short name. While no encryption with customer-managed
 * keys is chosen, sets of both types count. Nothing is read for it: what is not known yet counts as `unread`.
 */
export function setsInRegions(
  plan: ImageVersionPlan,
  { diskEncryptionSets, now }: Pick<Inventory, 'diskEncryptionSets' | 'now'>,
): ReadonlyMap<string, SetCount> {
  const subscription = planSubscriptionId(plan)
  const counts = new Map<string, SetCount>()
  for (const set of diskEncryptionSets) {
    if (!isOfType(set, plan) || isInAnotherSubscription(set.id, subscription)) continue
    const count = counts.get(set.location) ?? { ready: 0, unread: 0, broken: 0 }
    const state = stateOfSet(set, now)
    const kind = state === 'blocked' ? 'broken' : state === 'unknown' ? 'unread' : 'ready'
    counts.set(set.location, { ...count, [kind]: count[kind] + 1 })
  }
  return counts
}

/** `2 sets ready here`. */
export function setCountText(count: SetCount | undefined, t: RegionsTexts): string {
  if (count === undefined) return t.noSets
  const { ready, unread } = count
  if (ready > 0) return unread > 0 ? t.setsReadyAndUnread(ready, unread) : t.setsReady(ready)
  return unread > 0 ? t.setsUnread(unread) : t.noneReady
}

function isOfType({ encryptionType }: DiskEncryptionSet, plan: ImageVersionPlan): boolean {
  if (usesCustomerKeys(plan)) return encryptionType === plan.encryptionType
  return encryptionType !== 'ConfidentialVmEncryptedWithCustomerKey'
}
