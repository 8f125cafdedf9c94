import { useLayoutEffect } from 'react'

let open = 0

/** Keeps the focus in a dialog that belongs to no page, as the search, when a page comes that was on its way before. */
export function useKeepsFocusOverPages(): void {
  useLayoutEffect(() => {
    open += 1
    return () => {
      open -= 1
    }
  }, [])
}

/** Whether such a dialog is open. One that closes and leads to a page at once is not. */
export function isDialogOverPages(): boolean {
  return open > 0
}
