import { useEffect, useRef, useState } from 'react'
import { draftLock, type DraftLock, type DraftOwner } from './draft-lock.ts'

/** The owner of the draft `name`, which does not change, and a function to take it over from another tab. */
export function useDraftOwner(name: string): { owner: DraftOwner; takeOver: () => void } {
  const [owner, setOwner] = useState<DraftOwner>('unknown')
  const lock = useRef<DraftLock>(undefined)
  useEffect(() => {
    const own = draftLock(name, setOwner)
    lock.current = own
    return () => own.end()
  }, [name])
  // By now the form is removed from the page, and its last state is stored.
  useEffect(() => {
    if (owner === 'anotherTab') lock.current?.give()
  }, [owner])
  return { owner, takeOver: () => lock.current?.takeOver() }
}
