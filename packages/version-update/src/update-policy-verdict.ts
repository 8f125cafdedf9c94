import type { ImageVersionPlan, Inventory, StoredVersion } from '@portal/image-version'
import { type PolicyAssignment, type PolicyVerdict, policyVerdictOnDisks } from '@portal/version-rules'
import { changedPlan } from './changed-plan.ts'
import type { VersionChange } from './version-change.ts'

/**
 * What the gallery's policies say about the PUT that changes a version. They evaluate all of it, including remaining
 * regions. The paths of the findings lead into `plan`, the version after the change.
 */
export function updatePolicyVerdict(
  stored: StoredVersion,
  change: VersionChange,
  { inventory, assignments }: { inventory: Inventory; assignments: PolicyAssignment[] | 'unreadable' },
): { plan: ImageVersionPlan; verdict: PolicyVerdict } {
  const { plan } = changedPlan(stored, change, inventory)
  const luns = (stored.properties.storageProfile.dataDiskImages ?? []).map(({ lun }) => lun)
  return { plan, verdict: policyVerdictOnDisks(plan, luns, assignments) }
}
