import { useLayoutEffect, useState, type RefObject } from 'react'

// the headings and five rows
const least = 304

/**
 * The greatest height, in pixels, at which an element that ends its page fits into the window, so that the page has one
 * scroll bar. Where more follows the element, or less than that is left, the page scrolls anyway.
 */
export function useRestOfWindow(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(least)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = () => setHeight(Math.max(least, restFor(current)))
    measure()
    // What is above it can grow, and the window as well.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    for (let above = current.previousElementSibling; above; above = above.previousElementSibling)
      observer.observe(above)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [element])
  return height
}

function restFor(element: HTMLElement): number {
  const top = element.getBoundingClientRect().top + window.scrollY
  let below = 0
  for (let inner: Element = element; inner.parentElement !== null; inner = inner.parentElement) {
    // as much as fits, with some of what follows in view
    if (inner.nextElementSibling !== null && inner.localName !== 'main') return Math.max(360, window.innerHeight - 340)
    const { paddingBottom, borderBottomWidth } = getComputedStyle(inner.parentElement)
    below += Number.parseFloat(paddingBottom) + Number.parseFloat(borderBottomWidth)
    if (inner.parentElement.localName === 'main') break
  }
  return Math.floor(window.innerHeight - top - below)
}
