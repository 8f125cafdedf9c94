import { useLayoutEffect } from 'react'

/**
 * Gives the focus back, when a dialog goes, to what had it when the dialog came. For one that is mounted only while it
 * is open: it has no trigger that Fluent knows of, and the focus would fall to the start of the page.
 */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const { activeElement } = document
    return () => {
      if (activeElement instanceof HTMLElement) activeElement.focus()
    }
  }, [])
}
