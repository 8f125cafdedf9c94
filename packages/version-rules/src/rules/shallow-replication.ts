import { regionDisplayName } from '@portal/disk-encryption'
import {
  asksForDiskSets,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  isHomeRegion,
  type Issue,
  replicaCountOf,
} from '@portal/image-version'

// A shallow version stays in its own region, with one replica.
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
export function shallowReplicationIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (plan.replicationMode !== 'Shallow') return []
  const elsewhere = plan.targetRegions.flatMap((region, index) => {
    if (region.name === '' || plan.location === '' || isHomeRegion(plan, region)) return []
    const params = { region: regionDisplayName(inventory, region.name) }
    return [errorAt(['targetRegions', index, 'name'], 'ShallowOnlyHomeRegion', params)]
  })
  const replicas = plan.targetRegions.flatMap((region, index) => {
    const count = replicaCountOf(plan, region)
    if (count === null || count <= 1) return []
    return [errorAt(['targetRegions', index, 'regionalReplicaCount'], 'ShallowOnlyOneReplica', {})]
  })
  return [...elsewhere, ...replicas]
}

// Terraform refuses disk encryption sets in a shallow version, and so do we; it concerns the encryption chosen.
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
export function shallowEncryptionIssues(plan: ImageVersionPlan): Issue[] {
  if (plan.replicationMode !== 'Shallow' || !asksForDiskSets(plan)) return []
  return [errorAt(['encryptionType'], 'ShallowWithCustomerKeys', {})]
}
