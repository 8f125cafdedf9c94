import { watchScreen } from './watch-screen.ts'

const settledMs = 2000

interface View {
  /** what to bring into view: it may come later, or be replaced by another element */
  find: () => HTMLElement | undefined
  scroll: (element: HTMLElement) => void
  /** it has not moved for two seconds, or the user has taken over */
  onSettled?: () => void
}

/**
 * Keeps something in view while the page around it still comes, until it has not moved for a moment. Whoever scrolls or
 * presses something is not disturbed. Returns a function that ends it.
 */
export function keepInView({ find, scroll, onSettled = () => {} }: View): () => void {
  let place = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopWatching = watchScreen(() => {
    const element = find()
    if (element === undefined) return
    scroll(element)
    const { top, height } = element.getBoundingClientRect()
    if (place === `${top} ${height}`) return
    place = `${top} ${height}`
    clearTimeout(timer)
    timer = setTimeout(() => {
      stopWatching()
      onSettled()
    }, settledMs)
  })
  const events = ['wheel', 'keydown', 'pointerdown'] as const
  for (const name of events) window.addEventListener(name, stopWatching, { once: true, passive: true })
  return () => {
    stopWatching()
    clearTimeout(timer)
    for (const name of events) window.removeEventListener(name, stopWatching)
  }
}
