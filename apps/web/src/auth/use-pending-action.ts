import { useEffect, useState } from 'react'
import { dropPending, isPending } from './pending-action.ts'

/** Whether what the user was about to do goes on now that they are back from Entra ID, verified. */
export function usePendingAction(name: string): boolean {
  const [isBack] = useState(() => isPending(name))
  // Only once it is on the page: React may give up a first rendering and begin anew.
  useEffect(() => dropPending(name), [name])
  return isBack
}
