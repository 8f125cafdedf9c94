/** What has become of one of several changes. */
export type ChangeState = 'waiting' | 'running' | 'done' | 'failed'

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
