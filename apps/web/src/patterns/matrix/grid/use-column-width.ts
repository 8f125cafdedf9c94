import { useLayoutEffect, useState, type RefObject } from 'react'
import { columnWidth, sizes } from './grid-sizes.ts'

/**
 * The width of each of `count` columns, in pixels, as `scroller` has room for them inside its border and scroll bar.
 * Many columns have the same width in any window: their grid is drawn once.
 */
export function useColumnWidth(scroller: RefObject<HTMLElement | null>, count: number): number {
  const [width, setWidth] = useState(sizes.column)
  useLayoutEffect(() => {
    const measured = scroller.current
    if (measured === null) return
    const read = () => setWidth(columnWidth(count, measured.clientWidth))
    // Before the first frame: nothing is seen at another width.
    read()
    const observer = new ResizeObserver(read)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [scroller, count])
  return width
}
