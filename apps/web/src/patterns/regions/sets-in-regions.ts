import { type DiskEncryptionSet, isInAnotherSubscription } from '@portal/disk-encryption'
import { type ImageVersionPlan, type Inventory, planSubscriptionId, usesCustomerKeys } from '@portal/image-version'
import { stateOfSet } from '../matrix/list/ordered-sets.ts'

/**
 * How many sets of each region a plan can use, by the region's short name: all but those that Azure is known to refuse.
 * While no encryption with customer-managed keys is chosen, sets of both types count. Nothing is read for it.
 */
export function setsInRegions(
  plan: ImageVersionPlan,
  { diskEncryptionSets, now }: Pick<Inventory, 'diskEncryptionSets' | 'now'>,
): ReadonlyMap<string, number> {
  const subscription = planSubscriptionId(plan)
  const usable = diskEncryptionSets.filter(
    (set) =>
      isOfType(set, plan) && !isInAnotherSubscription(set.id, subscription) && stateOfSet(set, now) !== 'blocked',
  )
  return new Map([...Map.groupBy(usable, ({ location }) => location)].map(([name, sets]) => [name, sets.length]))
}

function isOfType({ encryptionType }: DiskEncryptionSet, plan: ImageVersionPlan): boolean {
  if (usesCustomerKeys(plan)) return encryptionType === plan.encryptionType
  return encryptionType !== 'ConfidentialVmEncryptedWithCustomerKey'
}
