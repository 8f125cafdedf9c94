import { useSyncExternalStore } from 'react'

/** From this width on the guide's pages are listed beside the one that is shown. */
const wideQuery = '(min-width: 800px)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wideQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is room for the list of pages beside the page. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(wideQuery).matches)
}
