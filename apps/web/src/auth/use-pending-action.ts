import { useEffect, useEffectEvent, useState } from 'react'
import { useReadOnlyDraft } from '../drafts/read-only-draft.ts'
import { dropPending, isPending } from './pending-action.ts'

/** Whether a pending action continues now that the user is back from Entra ID, verified. */
export function usePendingAction(name: string): boolean {
  const isReadOnly = useReadOnlyDraft()
  const [isBack] = useState(() => !isReadOnly && isPending(name))
  // Only after it is on the page: React can discard a first rendering and start again.
  useEffect(() => {
    if (!isReadOnly) dropPending(name)
  }, [name, isReadOnly])
  return isBack
}

/**
 * Continues automatically with the user's action from before the redirect to Entra ID, once everything is loaded again.
 * Returns whether the user has come back for it.
 */
export function useResumedAction(name: string, isLoaded: boolean, goOn: () => void): boolean {
  const isBack = usePendingAction(name)
  const resume = useEffectEvent(goOn)
  const isDue = isBack && isLoaded
  useEffect(() => {
    if (isDue) resume()
  }, [isDue])
  return isBack
}
