import { useSyncExternalStore } from 'react'

/** Below this width, tables become cards and form labels are above their fields. */
const narrowQuery = '(max-width: 639px)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(narrowQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the window is narrower than 640 px. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrowQuery).matches)
}
