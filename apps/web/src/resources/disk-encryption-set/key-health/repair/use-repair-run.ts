import type { Cause } from '@portal/disk-encryption'
import { getDiskEncryptionSetFacts, repairKeyVault } from '@portal/portal-api'
import { PortalProblem } from '../../../../api/failures.ts'
import { call } from '../../../../api/portal-client.ts'
import { useChangeRun } from '../../parts/use-change-run.ts'
import { stillHas, type PlannedChange } from './planned-change.ts'

/** Makes the changes of a cause, several at once; each can be repeated safely. */
export function useRepairRun(cause: Cause, isOneAtATime: boolean) {
  // Changes of one vault's own properties wait for each other; role assignments are apart.
  return useChangeRun((change: PlannedChange) => made(cause, change), isOneAtATime ? 1 : undefined)
}

// Where the answer was lost, Azure might have made the change: a look decides.
async function made(cause: Cause, { repair, sets: [set] }: PlannedChange): Promise<void> {
  try {
    await call(repairKeyVault, repair)
  } catch (error) {
    if (set === undefined || isRefusal(error)) throw error
    const { now, sets } = await call(getDiskEncryptionSetFacts, { ids: [set.id], freshness: 'fresh' })
    if (stillHas(cause, { now, read: sets[0] ?? null }) !== false) throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof PortalProblem && error.problem.status >= 400 && error.problem.status < 500
}
