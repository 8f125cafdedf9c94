import { useLayoutEffect, useState, type RefObject } from 'react'

/** The width inside an element's border and scroll bar, in pixels; 0 before it is on the page. */
export function useClientWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const read = () => setWidth(measured.clientWidth)
    // Before the first frame: nothing is seen at another width.
    read()
    const observer = new ResizeObserver(read)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return width
}
