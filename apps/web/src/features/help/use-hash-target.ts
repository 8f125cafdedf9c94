import { useEffect } from 'react'
import type { GuidePage } from './guide.ts'

/** Brings the heading that the address names into view, with the focus, once its page is there. */
export function useHashTarget(page: GuidePage | undefined): void {
  useEffect(() => {
    if (page === undefined) return
    const heading = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView()
  }, [page])
}
