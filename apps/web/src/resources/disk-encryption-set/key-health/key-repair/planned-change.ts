import {
  type Cause,
  findingsOf,
  type VaultRepairRequest,
  vaultRepairRequests,
  vaultRepair,
  type VaultRepair,
} from '@portal/disk-encryption'
import type { SetReading } from '../../../../api/disk-encryption-set-facts.ts'

/** One change that fixes a set, or a vault with all of its sets. */
export interface PlannedChange {
  /** unique among those of a cause */
  id: string
  repair: VaultRepair
  /** the sets that it fixes */
  sets: Cause['sets']
}

/** The changes that fix all sets of a cause: one for each set, or one for the vault that they share. */
export function changesFor({ sets }: Cause): PlannedChange[] {
  const changes = new Map<string, PlannedChange>()
  for (const set of sets) {
    const repair = vaultRepair.safeParse(set.repair).data
    if (repair === undefined) continue
    const id = repair.action === 'grantKeyAccess' ? repair.diskEncryptionSetId : repair.vaultId
    const change = changes.get(id) ?? { id, repair, sets: [] }
    changes.set(id, { ...change, sets: [...change.sets, set] })
  }
  return [...changes.values()]
}

/** Whether the set of a reading still has the problem, by what ARM says now; undefined if ARM does not say. */
export function stillHas({ code }: Cause, reading: SetReading | undefined): boolean | undefined {
  if (!reading?.read) return undefined
  return findingsOf(reading.read, reading.now).some((finding) => finding.code === code)
}

/** The requests of a change, as far as it is known how the vault gives access. */
export function requestsOf({ repair }: PlannedChange, reading: SetReading | undefined): VaultRepairRequest[] {
  const facts = reading?.read?.facts
  return facts === undefined && repair.action === 'grantKeyAccess'
    ? []
    : vaultRepairRequests(repair, facts ?? { identity: { type: 'None', principalIds: [] }, keyAccess: 'unreadable' })
}
