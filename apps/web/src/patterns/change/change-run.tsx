import { useRef, useState } from 'react'
import { DecodedProblem } from '../problem/DecodedProblem.tsx'

/** What has become of one of several changes. */
type ChangeState = 'waiting' | 'running' | 'done' | 'failed'

interface Run<Change> {
  /** how many at once, at most */
  atOnce: number
  /** makes one change; throws why it failed */
  make: (change: Change) => Promise<unknown>
  /** called at each turn of a change, with the error of one that failed */
  onTurn: (change: Change, state: ChangeState, error?: unknown) => void
  /** asked before each change: those that are left are not made */
  isStopped?: () => boolean
}

/** Makes changes in their order, several at once. One that fails does not stop the others. */
export async function runChanges<Change>(
  changes: readonly Change[],
  { atOnce, make, onTurn, isStopped = () => false }: Run<Change>,
): Promise<void> {
  const left = [...changes]
  async function work(): Promise<void> {
    for (let change = left.shift(); change !== undefined && !isStopped(); change = left.shift()) {
      onTurn(change, 'running')
      try {
        await make(change)
        onTurn(change, 'done')
      } catch (error) {
        onTurn(change, 'failed', error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, changes.length) }, work))
}

/** What has become of a change. */
export interface ChangeTurn {
  state: ChangeState
  error?: unknown
}

/**
 * Makes changes, several at once, and keeps what has become of each by its ID. `make` throws why one failed. Its dialog
 * stops it first, and closes once those that are sent have ended.
 */
export function useChangeRun<Change extends { id: string }>(make: (change: Change) => Promise<unknown>, atOnce = 3) {
  const [turns, setTurns] = useState<ReadonlyMap<string, ChangeTurn>>(new Map())
  const [isRunning, setRunning] = useState(false)
  const isStopped = useRef(false)
  async function start(changes: readonly Change[]) {
    isStopped.current = false
    setRunning(true)
    await runChanges(changes, {
      atOnce,
      make,
      onTurn: ({ id }, state, error) => setTurns((before) => new Map(before).set(id, { state, error })),
      isStopped: () => isStopped.current,
    })
    setRunning(false)
  }
  return {
    turns,
    isBegun: turns.size > 0,
    isRunning,
    /** how many are done, or have failed */
    ended: [...turns.values()].filter(({ state }) => state === 'done' || state === 'failed').length,
    /** why the change of a row failed, below it */
    failureOf: ({ id }: Change) => {
      const turn = turns.get(id)
      return turn?.state === 'failed' ? <DecodedProblem error={turn.error} /> : null
    },
    start: (changes: readonly Change[]) => void start(changes),
    /** makes none of those that are left */
    stop: () => void (isStopped.current = true),
  }
}
