import type { ArmErrorDetail } from '@portal/arm'
import type { Inventory, StoredVersion } from '@portal/image-version'
import { decodeArmError, type DecodedError } from '@portal/version-rules'
import { changedPlan } from './changed-plan.ts'
import type { VersionChange } from './version-change.ts'

/** The meaning of ARM's error about a change; paths lead into the change, and are empty for unchanged parts. */
export function decodeUpdateError(
  error: ArmErrorDetail,
  { stored, change, inventory }: { stored: StoredVersion; change: VersionChange; inventory: Inventory },
): DecodedError[] {
  const { plan, pathInChange } = changedPlan(stored, change, inventory)
  const decoded = decodeArmError(error, { plan, diskEncryptionSets: inventory.diskEncryptionSets })
  return decoded.map((meaning) => ({ ...meaning, path: pathInChange(meaning.path) ?? [] }))
}
