import { useEffect, useState } from 'react'
import type { DraftOwner } from './draft-lock.ts'

/** A number for each state of another tab's draft that this tab has seen; `storageKey`: where it is stored. */
export function useSeenDraft(storageKey: string, owner: DraftOwner): number {
  const [seen, see] = useState(0)
  useEffect(() => {
    if (owner !== 'anotherTab') return
    const next = () => see((before) => before + 1)
    const onStored = ({ key }: StorageEvent) => key === storageKey && next()
    // What this tab itself stored when it released the draft is sent to the other tabs only.
    next()
    window.addEventListener('storage', onStored)
    return () => window.removeEventListener('storage', onStored)
  }, [storageKey, owner])
  return seen
}
