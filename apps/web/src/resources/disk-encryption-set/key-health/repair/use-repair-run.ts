import type { Cause } from '@portal/disk-encryption'
import { getDiskEncryptionSetFacts, repairKeyVault } from '@portal/portal-api'
import { useState } from 'react'
import { PortalProblem } from '../../../../api/failures.ts'
import { call } from '../../../../api/portal-client.ts'
import { stillHas, type PlannedChange } from './planned-change.ts'
import { runChanges, type ChangeState } from './run-changes.ts'

/** What has become of a change. */
export interface ChangeTurn {
  state: ChangeState
  error?: unknown
}

// Changes of one vault's own properties wait for each other; role assignments are apart.
const atOnce = 3

/** Makes the changes of a cause, several at once; each can be repeated safely. */
export function useRepairRun(cause: Cause, isOneAtATime: boolean) {
  const [turns, setTurns] = useState<ReadonlyMap<string, ChangeTurn>>(new Map())
  const [isRunning, setRunning] = useState(false)
  async function start(changes: readonly PlannedChange[]) {
    setRunning(true)
    await runChanges(changes, {
      atOnce: isOneAtATime ? 1 : atOnce,
      make: (change) => made(cause, change),
      onTurn: ({ id }, state, error) => setTurns((before) => new Map(before).set(id, { state, error })),
    })
    setRunning(false)
  }
  return { turns, isRunning, start: (changes: readonly PlannedChange[]) => void start(changes) }
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
