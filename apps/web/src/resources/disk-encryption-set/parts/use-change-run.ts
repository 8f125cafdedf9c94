import { useRef, useState } from 'react'
import { runChanges, type ChangeState } from './run-changes.ts'

/** What has become of a change. */
export interface ChangeTurn {
  state: ChangeState
  error?: unknown
}

/** Makes changes, several at once, and keeps what has become of each by its ID. `make` throws why one failed. */
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
    isRunning,
    start: (changes: readonly Change[]) => void start(changes),
    /** makes none of those that are left */
    stop: () => void (isStopped.current = true),
  }
}
