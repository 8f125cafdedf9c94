import { useLayoutEffect, useRef, useState } from 'react'

// Of the last one that was measured. Most are as wide as the page's content: what follows needs no second rendering.
let likelyWidth = 0

/** The width of an element in pixels, as it changes; before it is known that of the last one, 0 of the first. */
export function useWidth() {
  const root = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(likelyWidth)
  useLayoutEffect(() => {
    const element = root.current
    if (element === null) return undefined
    const measure = () => setWidth((likelyWidth = element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { root, width }
}
