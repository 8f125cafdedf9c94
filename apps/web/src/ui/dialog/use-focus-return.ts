import { useLayoutEffect } from 'react'

/**
 * When a dialog closes, returns the focus to the element that had it before; to the button of a menu if that was an
 * entry of it. For a dialog that is mounted only while it is open: Fluent knows no trigger for it, and the focus would
 * move to the start of the page.
 */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const { activeElement } = document
    const menu = activeElement?.closest('[role=menu]')
    const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : activeElement
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
}
