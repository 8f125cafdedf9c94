import { asksForConfidentialSets, type ImageVersionPlan, type Inventory, usesCustomerKeys } from '@portal/image-version'

/**
 * The number of the definition's latest version if that has customer-managed keys and the plan would have none, so that
 * the change can't go unnoticed; undefined otherwise.
 */
export function leftOwnKeys(plan: ImageVersionPlan, inventory: Inventory): string | undefined {
  const { latestVersionName, latestEncryptedVersion } = inventory
  if (latestVersionName === undefined || latestVersionName !== latestEncryptedVersion?.name) return undefined
  return usesCustomerKeys(plan) || asksForConfidentialSets(plan) ? undefined : latestVersionName
}
