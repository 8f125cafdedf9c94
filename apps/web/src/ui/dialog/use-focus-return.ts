import { useLayoutEffect } from 'react'

/**
 * When a dialog closes, returns the focus to the element that had it before. For a dialog that is mounted only while it
 * is open: Fluent knows no trigger for it, and the focus would move to the start of the page.
 */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const { activeElement } = document
    return () => {
      if (activeElement instanceof HTMLElement) activeElement.focus()
    }
  }, [])
}
