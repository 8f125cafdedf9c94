import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query matches now. */
export function useMatches(media: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = window.matchMedia(media)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    [media],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(media).matches)
}

/** Whether the window is narrower than 640 px: tables become cards, and form labels are above their fields. */
export function useNarrow(): boolean {
  return useMatches('(max-width: 639px)')
}
