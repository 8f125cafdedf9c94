import { useLayoutEffect, type RefObject } from 'react'
import { placeList } from './place-list.ts'

/** Opens a native popover at `anchor` with the focus in its field, and keeps it there while the page scrolls. */
export function useListPlace(popup: RefObject<HTMLElement | null>, anchor: HTMLElement): void {
  useLayoutEffect(() => {
    const list = popup.current
    if (list === null) return
    // The cell's current position: the choice might have made the page shorter, and so moved it.
    const place = () =>
      Object.assign(
        list.style,
        placeList(anchor.getBoundingClientRect(), { width: window.innerWidth, height: window.innerHeight }),
      )
    place()
    list.showPopover()
    list.querySelector('input')?.focus()
    const onScroll = ({ target }: Event) => {
      if (!(target instanceof Node) || !list.contains(target)) place()
    }
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', onScroll, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [popup, anchor])
}
